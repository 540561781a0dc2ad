/** What a look at one thing found, in a sentence for whoever runs the server. */
export type Finding = { readonly level: "ok" | "warning" | "error" | "unknown"; readonly text: string };

const ok = (text: string): Finding => ({ level: "ok", text });
const warning = (text: string): Finding => ({ level: "warning", text });
const error = (text: string): Finding => ({ level: "error", text });

/** What a domain's TXT records say of who may send for it (SPF, RFC 7208). */
export function judgeSpf(domain: string, records: readonly string[]): Finding {
  const [record, ...more] = records.filter((each) => /^v=spf1( |$)/i.test(each));
  if (!record)
    return error(
      `SPF: ${domain} has no SPF record. Publish a TXT record there, such as "v=spf1 a:mail.${domain} -all", that names your mail server.`,
    );
  if (more.length > 0)
    return error(
      `SPF: ${domain} has ${more.length + 1} SPF records, so that receivers heed none (RFC 7208, 4.5). Keep one.`,
    );
  const all = / ([+~?-]?)all\b/i.exec(record)?.[1];
  if (all === "+" || all === "")
    return error(`SPF: the record of ${domain} ends in +all: anybody may send in its name. End it in -all or ~all.`);
  if (all === undefined && !/ redirect=/i.test(record))
    return warning(`SPF: the record of ${domain} does not end in -all or ~all, so it forbids nobody anything.`);
  if (all === "?") return warning(`SPF: the record of ${domain} ends in ?all, which says nothing about others.`);
  return ok(`SPF: ${domain} says who may send for it (${record}). Make sure your mail server is among them.`);
}

/** What is published under a selector, against the key that mail is signed with (DKIM, RFC 6376). `publicKey`: base64 of its DER. */
export function judgeDkim(name: string, records: readonly string[], publicKey: string): Finding {
  const wanted = `"v=DKIM1; k=rsa; p=${publicKey}"`;
  const [record] = records.filter((each) => /(^|;)\s*p\s*=/i.test(each));
  if (record === undefined) return error(`DKIM: ${name} has no key. Publish a TXT record there: ${wanted}`);
  const published = /(?:^|;)\s*p\s*=\s*([^;]*)/i.exec(record)?.[1]?.replaceAll(/\s/g, "") ?? "";
  if (published === "") return error(`DKIM: the key at ${name} has been revoked. Publish: ${wanted}`);
  if (published !== publicKey)
    return error(`DKIM: the key at ${name} is another one than mail is signed with. Publish: ${wanted}`);
  if (/(^|;)\s*t\s*=[^;]*\by\b/i.test(record))
    return warning(`DKIM: the key at ${name} is right, but marked as a test (t=y). Remove that when all works.`);
  return ok(`DKIM: the key at ${name} is the one mail is signed with.`);
}

/** What a domain asks receivers to do with mail that is not what it says (DMARC, RFC 7489). */
export function judgeDmarc(domain: string, records: readonly string[]): Finding {
  const [record, ...more] = records.filter((each) => /^v=DMARC1\b/i.test(each));
  const example = `"v=DMARC1; p=quarantine; rua=mailto:dmarc@${domain}"`;
  if (!record)
    return warning(
      `DMARC: ${domain} has no policy. Large receivers ask for one. Publish at _dmarc.${domain}: ${example}`,
    );
  if (more.length > 0) return error(`DMARC: ${domain} has several policies, so that receivers heed none. Keep one.`);
  const policy = /;\s*p\s*=\s*(none|quarantine|reject)\b/i.exec(record)?.[1]?.toLowerCase();
  if (!policy) return error(`DMARC: the policy of ${domain} does not say p=none, p=quarantine or p=reject: ${record}`);
  if (policy === "none")
    return warning(
      `DMARC: ${domain} asks receivers to do nothing (p=none). Choose quarantine or reject when all mail is signed.`,
    );
  return ok(`DMARC: ${domain} asks receivers to ${policy} what is not genuine.`);
}

/** Whether one domain is the other, or stands below it: what DMARC calls aligned, as far as names tell. */
export function isAligned(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

// A mail server that takes everything and keeps nothing, in a process of its own. Tells its port, and on any message how
// many mails it has taken.
import { SMTPServer } from "smtp-server";

let taken = 0;
const sink = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    stream.on("end", () => {
      taken += 1;
      done();
    });
    stream.resume();
  },
});
// A sender that is stopped leaves a broken connection behind.
sink.on("error", () => undefined);
const listening = sink.listen(0, "127.0.0.1", () => process.send({ port: listening.address().port }));
process.on("message", () => process.send({ taken }));
process.on("disconnect", () => process.exit());

// How the WebAssembly engine talks to node-postgres: Prisma's driver adapter interface on one connection.
import { load } from "./project-packages.mjs";

const { default: pg } = await load("pg");
const { ColumnTypeEnum: C, DriverAdapterError } = await load("@prisma/driver-adapter-utils");

const T = {
  16: C.Boolean,
  17: C.Bytes,
  18: C.Character,
  19: C.Text,
  20: C.Int64,
  21: C.Int32,
  23: C.Int32,
  25: C.Text,
  26: C.Int64,
  114: C.Json,
  700: C.Float,
  701: C.Double,
  1042: C.Text,
  1043: C.Text,
  1082: C.Date,
  1083: C.Time,
  1114: C.DateTime,
  1184: C.DateTime,
  1266: C.Time,
  1700: C.Numeric,
  2950: C.Uuid,
  3802: C.Json,
  2278: C.Text,
  705: C.Text,
  194: C.Text,
  1000: C.BooleanArray,
  1002: C.CharacterArray,
  1003: C.TextArray,
  1005: C.Int32Array,
  1007: C.Int32Array,
  1009: C.TextArray,
  1015: C.TextArray,
  1016: C.Int64Array,
  1028: C.Int64Array,
};
const typeOf = (oid) => T[oid] ?? C.Text;
const raw = (v) => v,
  ts = (v) => v.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00");
const parsers = {
  1114: (v) => `${v.replace(" ", "T")}+00:00`,
  1184: ts,
  1082: raw,
  1083: raw,
  1266: raw,
  114: raw,
  3802: raw,
  1700: raw,
  18: raw,
  19: raw,
  1002: (v) => pg.types.getTypeParser(1009)(v),
  1003: (v) => pg.types.getTypeParser(1009)(v),
};
const rowTypes = {
  getTypeParser: (oid, f) =>
    parsers[oid] ?? (typeOf(oid) === C.Text && oid !== 25 ? raw : pg.types.getTypeParser(oid, f)),
};
const arg = (v) =>
  v instanceof Date ? v.toISOString() : ArrayBuffer.isView(v) ? Buffer.from(v.buffer, v.byteOffset, v.byteLength) : v;
const fail = (e) => {
  throw new DriverAdapterError({
    kind: "postgres",
    code: e.code ?? "N/A",
    severity: e.severity ?? "ERROR",
    message: e.message,
    detail: e.detail,
    column: e.column,
    hint: e.hint,
  });
};
class Queryable {
  provider = "postgres";
  adapterName = "schema-engine-shim";
  constructor(c) {
    this.c = c;
  }
  io(q) {
    return this.c
      .query({ text: q.sql, values: (q.args ?? []).map(arg), rowMode: "array", types: rowTypes })
      .catch(fail);
  }
  async queryRaw(q) {
    const r = await this.io(q);
    return {
      columnNames: r.fields.map((f) => f.name),
      columnTypes: r.fields.map((f) => typeOf(f.dataTypeID)),
      rows: r.rows,
    };
  }
  async executeRaw(q) {
    return (await this.io(q)).rowCount ?? 0;
  }
}
class Tx extends Queryable {
  options = { usePhantomQuery: false };
  async commit() {
    await this.c.query("COMMIT").catch(fail);
  }
  async rollback() {
    await this.c.query("ROLLBACK").catch(fail);
  }
}
export class Conn extends Queryable {
  constructor(c, schema, onDispose) {
    super(c);
    this.schema = schema;
    this.onDispose = onDispose;
  }
  /** The whole script in the simple protocol: PL/pgSQL bodies and ';' in strings stay intact. */
  async executeScript(s) {
    await this.c.query(s).catch(fail);
  }
  async startTransaction(iso) {
    await this.c.query(`BEGIN${iso ? ` ISOLATION LEVEL ${iso}` : ""}`).catch(fail);
    return new Tx(this.c);
  }
  getConnectionInfo() {
    return { schemaName: this.schema, supportsRelationJoins: true };
  }
  async dispose() {
    await this.c.end().catch(() => {});
    await this.onDispose?.();
  }
}

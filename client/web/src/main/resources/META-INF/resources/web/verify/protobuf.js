// SPDX-License-Identifier: Apache-2.0
// Messages of Fabric's protocol, as far as a certificate has them: fields by number, each time it is there.

import { Refused, text } from "./bytes.js";

function varint(bytes, at) {
  let value = 0n;
  for (let i = 0; i < 10; i++) {
    if (at.position >= bytes.length) {
      break;
    }
    const byte = bytes[at.position++];
    value |= BigInt(byte & 0x7f) << BigInt(7 * i);
    if (byte < 0x80) {
      return value;
    }
  }
  throw new Refused("ALTERED", "protobuf");
}

/** A message: what each field has, numbers as BigInt and everything else as bytes. */
export class Message {
  constructor(bytes) {
    this.fields = new Map();
    const at = { position: 0 };
    while (at.position < bytes.length) {
      const tag = varint(bytes, at);
      const [number, type] = [Number(tag >> 3n), Number(tag & 7n)];
      const value = type === 0 ? varint(bytes, at) : Message.bytes(bytes, at, { 1: 8, 5: 4 }[type] ?? (type === 2 ? Number(varint(bytes, at)) : NaN));
      this.fields.set(number, [...(this.fields.get(number) ?? []), value]);
    }
  }

  static bytes(bytes, at, length) {
    if (!(at.position + length <= bytes.length)) {
      throw new Refused("ALTERED", "protobuf");
    }
    at.position += length;
    return bytes.subarray(at.position - length, at.position);
  }

  all(number) {
    return this.fields.get(number) ?? [];
  }

  /** The last value counts, as the protocol says. */
  bytes(number) {
    return this.all(number).at(-1) ?? new Uint8Array();
  }

  number(number) {
    return this.all(number).at(-1) ?? 0n;
  }

  text(number) {
    return text(this.bytes(number));
  }

  has(number) {
    return this.fields.has(number);
  }

  message(number) {
    return new Message(this.bytes(number));
  }

  messages(number) {
    return this.all(number).map((each) => new Message(each));
  }
}

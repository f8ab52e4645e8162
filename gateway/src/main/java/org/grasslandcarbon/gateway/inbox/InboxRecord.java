// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/** What the inbox writes down: that an instruction was accepted, and that it is finished. */
sealed interface InboxRecord {
  /** The instruction's number. */
  long sequence();

  /** The record as bytes; a frame's payload is one or more of them, one after the other. */
  byte[] encode();

  /** An instruction was accepted. */
  record Accepted(QueuedInstruction instruction) implements InboxRecord {
    private static final byte TYPE = 1;
    private static final int FIXED_BYTES = 1 + 8 + 8 + 16 + 32 + 4;

    @Override
    public long sequence() {
      return instruction.sequence();
    }

    @Override
    public byte[] encode() {
      UUID id = UUID.fromString(instruction.id().value());
      return ByteBuffer.allocate(FIXED_BYTES + instruction.jws().length)
          .put(TYPE)
          .putLong(instruction.sequence())
          .putLong(instruction.receivedAt().toEpochMilli())
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .put(HexFormat.of().parseHex(instruction.digest().value()))
          .putInt(instruction.jws().length)
          .put(instruction.jws())
          .array();
    }

    private static Accepted decode(ByteBuffer from) {
      long sequence = from.getLong();
      Instant receivedAt = Instant.ofEpochMilli(from.getLong());
      UUID id = new UUID(from.getLong(), from.getLong());
      byte[] digest = new byte[32];
      from.get(digest);
      byte[] jws = new byte[from.getInt()];
      from.get(jws);
      return new Accepted(
          new QueuedInstruction(
              sequence,
              new InstructionId(id.toString()),
              new Sha256(HexFormat.of().formatHex(digest)),
              receivedAt,
              jws));
    }
  }

  /** An instruction is finished; the inbox need not remember it. */
  record Finished(long sequence) implements InboxRecord {
    private static final byte TYPE = 2;

    @Override
    public byte[] encode() {
      return ByteBuffer.allocate(1 + 8).put(TYPE).putLong(sequence).array();
    }
  }

  /** The records of a frame's payload. */
  static List<InboxRecord> decodeAll(byte[] payload) {
    List<InboxRecord> records = new ArrayList<>();
    ByteBuffer from = ByteBuffer.wrap(payload);
    while (from.hasRemaining()) {
      byte type = from.get();
      records.add(
          switch (type) {
            case Accepted.TYPE -> Accepted.decode(from);
            case Finished.TYPE -> new Finished(from.getLong());
            default ->
                throw new InboxException(
                    "收件箱有类型为 " + type + " 的记录，本版本不认识；请用写入它的版本启动",
                    "the inbox has a record of type "
                        + type
                        + ", which this version does not know: start the version that wrote it");
          });
    }
    return records;
  }
}

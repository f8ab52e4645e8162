// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.grasslandcarbon.disk.AppendOnlyFile;

/**
 * The form of the inbox's files: frames of a mark, a length, a checksum and a payload, nothing
 * between them. One frame is one synced write, so that a crash can tear the last frame only; a
 * frame that cannot be read with a good one after it was damaged later.
 */
final class Frames {
  /**
   * Begins a frame. Not possible in UTF-8, and all payload that comes from outside is: what a
   * sender writes can never be taken for a frame.
   */
  private static final int MARK = 0xC7_47_49_01;

  /** Bytes before the payload: mark, length, CRC-32 of length and payload. */
  static final int HEADER_BYTES = 12;

  /** The most bytes of a payload. */
  static final int PAYLOAD_BYTES_MOST = 8 << 20;

  private Frames() {}

  /** A frame around a payload. */
  static ByteBuffer frame(byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + payload.length);
    return frame
        .putInt(MARK)
        .putInt(payload.length)
        .putInt(checksum(payload.length, ByteBuffer.wrap(payload)))
        .put(payload)
        .flip();
  }

  /**
   * What is in a file.
   *
   * @param payloads of the good frames, in order
   * @param goodBytes length of the part that is good
   * @param goodFrameFollows whether there is a good frame after a bad place
   */
  record Content(List<byte[]> payloads, long goodBytes, boolean goodFrameFollows) {}

  /** Reads a file up to the first bad place and looks whether good frames follow it. */
  static Content read(AppendOnlyFile file) throws IOException {
    List<byte[]> payloads = new ArrayList<>();
    long at = 0;
    while (at < file.length()) {
      Optional<byte[]> payload = payload(file, at);
      if (payload.isEmpty()) {
        return new Content(payloads, at, file.hasFrameFrom(at + 1, anywhereIn(file)));
      }
      payloads.add(payload.get());
      at += HEADER_BYTES + payload.get().length;
    }
    return new Content(payloads, at, false);
  }

  private static AppendOnlyFile.Framing anywhereIn(AppendOnlyFile file) {
    return new AppendOnlyFile.Framing() {
      @Override
      public int mark() {
        return MARK;
      }

      @Override
      public boolean isFrameAt(long position) throws IOException {
        return payload(file, position).isPresent();
      }
    };
  }

  /** The payload of the frame at a place; empty when there is no good frame. */
  private static Optional<byte[]> payload(AppendOnlyFile file, long at) throws IOException {
    long rest = file.length() - at - HEADER_BYTES;
    if (rest < 0) {
      return Optional.empty();
    }
    ByteBuffer header = file.read(at, HEADER_BYTES);
    int mark = header.getInt();
    int length = header.getInt();
    int checksum = header.getInt();
    boolean whole = mark == MARK && length >= 0 && length <= PAYLOAD_BYTES_MOST && length <= rest;
    if (!whole) {
      return Optional.empty();
    }
    ByteBuffer payload = file.read(at + HEADER_BYTES, length);
    return checksum(length, payload.duplicate()) == checksum
        ? Optional.of(payload.array())
        : Optional.empty();
  }

  private static int checksum(int length, ByteBuffer payload) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    crc.update(payload);
    return (int) crc.getValue();
  }
}

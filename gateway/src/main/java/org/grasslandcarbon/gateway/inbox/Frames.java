// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

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
  record Content(List<byte[]> payloads, int goodBytes, boolean goodFrameFollows) {}

  /** Reads a file's bytes up to the first bad place and looks whether good frames follow it. */
  static Content read(byte[] file) {
    List<byte[]> payloads = new ArrayList<>();
    int at = 0;
    while (at < file.length) {
      int length = payloadLength(file, at);
      if (length < 0) {
        return new Content(payloads, at, followsGoodFrame(file, at + 1));
      }
      byte[] payload = new byte[length];
      System.arraycopy(file, at + HEADER_BYTES, payload, 0, length);
      payloads.add(payload);
      at += HEADER_BYTES + length;
    }
    return new Content(payloads, at, false);
  }

  private static boolean followsGoodFrame(byte[] file, int from) {
    for (int at = from; at < file.length - HEADER_BYTES; at++) {
      if (payloadLength(file, at) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The payload's length of the frame at a place; negative when there is no good frame. */
  private static int payloadLength(byte[] file, int at) {
    if (file.length - at < HEADER_BYTES) {
      return -1;
    }
    ByteBuffer header = ByteBuffer.wrap(file, at, HEADER_BYTES);
    int mark = header.getInt();
    int length = header.getInt();
    int checksum = header.getInt();
    boolean whole =
        mark == MARK
            && length >= 0
            && length <= PAYLOAD_BYTES_MOST
            && length <= file.length - at - HEADER_BYTES;
    return whole && checksum(length, ByteBuffer.wrap(file, at + HEADER_BYTES, length)) == checksum
        ? length
        : -1;
  }

  private static int checksum(int length, ByteBuffer payload) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    crc.update(payload);
    return (int) crc.getValue();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

/** What Fabric says of bytes that are not the message that they should be. */
final class Unreadable {
  /** The words of Go's protobuf library. */
  static final String TEXT = "proto: cannot parse invalid wire-format data";

  private Unreadable() {}

  /** Parses a message of one type. */
  interface Parser<T> {
    T parse(ByteString bytes) throws InvalidProtocolBufferException;
  }

  /**
   * Parses with Fabric's words for a failure.
   *
   * @param name of the message's type
   * @throws InvalidProtocolBufferException with the whole text
   */
  static <T> T parse(String name, ByteString bytes, Parser<T> parser)
      throws InvalidProtocolBufferException {
    try {
      return parser.parse(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new InvalidProtocolBufferException("error unmarshalling " + name + ": " + TEXT);
    }
  }
}

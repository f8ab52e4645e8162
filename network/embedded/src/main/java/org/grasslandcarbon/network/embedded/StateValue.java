// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.HexFormat;

/**
 * A value of the world state.
 *
 * @param metadata an encoded {@code KVMetadataWrite} without its key, or empty; a validation
 *     parameter is kept there
 */
record StateValue(Version version, ByteString value, ByteString metadata) {
  /** Short and the same for equal values, so that two states can be compared as text. */
  @Override
  public String toString() {
    return version
        + " "
        + HexFormat.of().formatHex(Sha256.of(value))
        + " "
        + HexFormat.of().formatHex(metadata.toByteArray());
  }
}

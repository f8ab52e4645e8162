// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;

/** An open query of a chaincode. */
interface Query {
  /** The next result as its serialized message, or null at the end. */
  ByteString next() throws RequestException;

  /** Where a later query has to begin to go on, empty at the end. */
  default String bookmark() {
    return "";
  }
}

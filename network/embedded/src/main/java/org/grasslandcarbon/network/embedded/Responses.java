// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.peer.Response;

/** What system chaincodes answer. */
final class Responses {
  private Responses() {}

  static Response success(ByteString payload) {
    return Response.newBuilder().setStatus(200).setPayload(payload).build();
  }

  static Response failure(String message) {
    return Response.newBuilder().setStatus(500).setMessage(message).build();
  }
}

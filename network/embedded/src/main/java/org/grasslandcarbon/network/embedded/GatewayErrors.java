// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * gRPC errors in the form of Fabric's gateway: a code, a message and one detail for each peer that
 * failed.
 */
final class GatewayErrors {
  private GatewayErrors() {}

  /** Where the details say that a peer is; all are in this process. */
  static String address(String organisation) {
    return "embedded." + organisation;
  }

  static ErrorDetail detail(String organisation, String message) {
    return ErrorDetail.newBuilder()
        .setAddress(address(organisation))
        .setMspId(organisation)
        .setMessage(message)
        .build();
  }

  /** The answer to a request for a channel that there is not. */
  static StatusRuntimeException noConfiguration(Code code, String channel) {
    return error(
        code,
        "failed to get config for channel ["
            + channel
            + "]: could not get last config for channel "
            + channel);
  }

  static StatusRuntimeException error(Code code, String message) {
    return error(code, message, List.of());
  }

  static StatusRuntimeException error(Code code, String message, List<ErrorDetail> details) {
    Status.Builder status = Status.newBuilder().setCode(code.value()).setMessage(message);
    details.forEach(detail -> status.addDetails(Any.pack(detail)));
    return StatusProto.toStatusRuntimeException(status.build());
  }
}

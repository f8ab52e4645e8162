// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * All that a client sees of a failure.
 *
 * @param summary the exception's kind, and code and message of the gRPC status
 * @param details a line for each node that tells something, in sorted order: that of arrival is not
 *     promised
 */
public record Failure(String summary, List<String> details) {
  /** Reads what a call has thrown. */
  public static Failure of(Throwable cause) {
    if (cause instanceof CommitException e) {
      return new Failure("CommitException " + e.getCode(), List.of());
    }
    if (cause instanceof GatewayException e) {
      return of(cause, e.getStatus(), e.getDetails());
    }
    if (cause instanceof GatewayRuntimeException e) {
      return of(cause, e.getStatus(), e.getDetails());
    }
    if (cause instanceof StatusRuntimeException e) {
      return of(cause, e.getStatus(), details(e));
    }
    return new Failure(cause.getClass().getSimpleName() + " " + cause.getMessage(), List.of());
  }

  private static Failure of(Throwable cause, Status status, List<ErrorDetail> details) {
    return new Failure(
        cause.getClass().getSimpleName() + " " + said(status),
        details.stream()
            .map(each -> each.getAddress() + " " + each.getMspId() + ": " + each.getMessage())
            .toList());
  }

  /** Of a deadline both sides may speak first, and the client's words tell of the time it took. */
  private static String said(Status status) {
    return status.getCode() == Status.Code.DEADLINE_EXCEEDED
        ? status.getCode().name()
        : status.getCode() + ": " + status.getDescription();
  }

  private static List<ErrorDetail> details(StatusRuntimeException cause) {
    List<ErrorDetail> details = new ArrayList<>();
    for (Any each : StatusProto.fromThrowable(cause).getDetailsList()) {
      try {
        details.add(each.unpack(ErrorDetail.class));
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalArgumentException("an error detail that is none of Fabric's", e);
      }
    }
    return details;
  }
}

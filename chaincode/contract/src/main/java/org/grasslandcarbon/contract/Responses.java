// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import java.util.function.Supplier;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.StoreFailure;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * How a transaction's end is told to the peer. Of a response that is not a success, Fabric passes
 * nothing but the message on to the client, so it begins with a stable code.
 */
final class Responses {
  private static final System.Logger LOG = System.getLogger(Responses.class.getName());

  private static final int SUCCESS = 200;
  private static final int FAILURE = 500;

  private Responses() {}

  /** The response to whatever {@code work} does: returns, refuses or breaks. */
  static Response of(TransactionId id, Supplier<byte[]> work) {
    try {
      return ok(work.get());
    } catch (RegistryException e) {
      return refused(e.code(), e.detail());
    } catch (RuntimeException | Error e) {
      // An Error too, a stack overflow for one, must not leave the peer waiting for its time-out.
      return broken(id, e);
    }
  }

  private static Response broken(TransactionId id, Throwable failure) {
    // The domain wraps what its store throws.
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof PeerException) {
      LOG.log(System.Logger.Level.WARNING, () -> id + ": " + cause.getMessage());
      return refused(ErrorCode.INTERNAL, zh("与节点通信失败：%s").en("%s", cause.getMessage()));
    }
    if (failure instanceof StoreFailure unreadable && cause instanceof RegistryException) {
      // What is stored is not a record: the domain's sentence says which, in its own words.
      LOG.log(System.Logger.Level.ERROR, () -> id + ": " + failure.getMessage());
      return refused(ErrorCode.INTERNAL, unreadable.inWords());
    }
    LOG.log(System.Logger.Level.ERROR, id + ": unexpected failure", WithoutMessage.of(failure));
    return refused(
        ErrorCode.INTERNAL,
        zh("意外故障，请查看链码日志中的交易 %s")
            .en("unexpected failure, see the chaincode's log at transaction %s", id.text()));
  }

  static Response ok(byte[] payload) {
    return Response.newBuilder()
        .setStatus(SUCCESS)
        .setPayload(ByteString.copyFrom(payload))
        .build();
  }

  static Response refused(ErrorCode code, Detail detail) {
    return Response.newBuilder()
        .setStatus(FAILURE)
        .setMessage(new RegistryException(code, detail).wireText())
        .build();
  }
}

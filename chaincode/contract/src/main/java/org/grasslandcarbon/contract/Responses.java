// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import com.google.protobuf.ByteString;
import java.util.function.Supplier;
import org.grasslandcarbon.domain.error.RegistryException;
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
      return refused(e);
    } catch (PeerException e) {
      LOG.log(System.Logger.Level.WARNING, () -> id + ": " + e.getMessage());
      return internal(e.getMessage());
    } catch (RuntimeException | Error e) {
      // An Error too, a stack overflow for one, must not leave the peer waiting for its time-out.
      LOG.log(System.Logger.Level.ERROR, id + ": unexpected failure", WithoutMessage.of(e));
      return internal("unexpected failure, see the chaincode's log at transaction " + id.text());
    }
  }

  static Response ok(byte[] payload) {
    return Response.newBuilder()
        .setStatus(SUCCESS)
        .setPayload(ByteString.copyFrom(payload))
        .build();
  }

  static Response refused(RegistryException refusal) {
    return failure(refusal.wireText());
  }

  /** Not now: the same transaction may be sent again. */
  static Response busy(String detail) {
    return failure("BUSY: " + detail);
  }

  /** Our fault or the peer's, never the caller's. */
  static Response internal(String detail) {
    return failure("INTERNAL: " + detail);
  }

  private static Response failure(String message) {
    return Response.newBuilder().setStatus(FAILURE).setMessage(message).build();
  }
}

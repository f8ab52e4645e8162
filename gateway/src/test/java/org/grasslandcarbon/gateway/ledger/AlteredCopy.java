// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import io.grpc.stub.StreamObserver;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/** An organisation's copy of the registry's chaincode, which says what the test makes of it. */
public final class AlteredCopy {
  private final GrasslandChaincode honest;
  private volatile UnaryOperator<ChaincodeMessage> alteration = UnaryOperator.identity();

  public AlteredCopy(GrasslandChaincode honest) {
    this.honest = honest;
  }

  /** Makes something else of what it says from now on. */
  public void alter(UnaryOperator<ChaincodeMessage> newAlteration) {
    alteration = newAlteration;
  }

  /** Says again what it was made to say. */
  public void isHonestAgain() {
    alter(UnaryOperator.identity());
  }

  /** Connects to a peer. */
  public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
    return honest.connect(
        new StreamObserver<>() {
          @Override
          public void onNext(ChaincodeMessage message) {
            toPeer.onNext(alteration.apply(message));
          }

          @Override
          public void onError(Throwable failure) {
            toPeer.onError(failure);
          }

          @Override
          public void onCompleted() {
            toPeer.onCompleted();
          }
        });
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fabric's gateway service: hands each of its five calls to the class that answers it. */
final class GatewayService extends GatewayGrpc.GatewayImplBase {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);

  private final EvaluateCalls evaluate;
  private final EndorseCalls endorse;
  private final SubmitCalls submit;
  private final CommitStatusCalls commitStatus;
  private final ChaincodeEventStreams events;

  GatewayService(
      EvaluateCalls evaluate,
      EndorseCalls endorse,
      SubmitCalls submit,
      CommitStatusCalls commitStatus,
      ChaincodeEventStreams events) {
    this.evaluate = evaluate;
    this.endorse = endorse;
    this.submit = submit;
    this.commitStatus = commitStatus;
    this.events = events;
  }

  private static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    T response;
    try {
      response = work.get();
    } catch (StatusRuntimeException e) {
      observer.onError(e);
      return;
    } catch (UnusableIndexException e) {
      observer.onError(GatewayErrors.error(Code.UNAVAILABLE, e.getMessage()));
      return;
    } catch (RuntimeException e) {
      LOG.error("A gateway call failed unexpectedly.", e);
      observer.onError(GatewayErrors.error(Code.INTERNAL, "the peer failed: " + e.getMessage()));
      return;
    }
    observer.onNext(response);
    observer.onCompleted();
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
    answer(observer, () -> evaluate.answer(request));
  }

  @Override
  public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> observer) {
    answer(observer, () -> endorse.answer(request));
  }

  @Override
  public void submit(SubmitRequest request, StreamObserver<SubmitResponse> observer) {
    answer(observer, () -> submit.answer(request));
  }

  @Override
  public void commitStatus(
      SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> observer) {
    commitStatus.answer(request, (ServerCallStreamObserver<CommitStatusResponse>) observer);
  }

  @Override
  public void chaincodeEvents(
      SignedChaincodeEventsRequest request, StreamObserver<ChaincodeEventsResponse> observer) {
    events.start(request, (ServerCallStreamObserver<ChaincodeEventsResponse>) observer);
  }
}

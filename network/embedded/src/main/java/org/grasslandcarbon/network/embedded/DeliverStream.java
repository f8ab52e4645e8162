// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/**
 * One deliver stream. Each seek request is served on a thread of its own, never on the committer's,
 * because a client may take as long as it likes over a block.
 */
final class DeliverStream implements StreamObserver<Envelope> {
  /** Fabric's {@code peer.authentication.timewindow}. */
  private static final Duration TIME_WINDOW = ProposalCheck.TIME_WINDOW;

  private final Ledger ledger;
  private final AccessCheck access;
  private final Clock clock;
  private final Executor executor;
  private final ServerCallStreamObserver<DeliverResponse> observer;
  private final Outbound<DeliverResponse> outbound;
  private final Function<BlockAndPrivateData, DeliverResponse> form;
  private boolean serving;
  private boolean halfClosed;
  private boolean completed;

  DeliverStream(
      Ledger ledger,
      AccessCheck access,
      Clock clock,
      Executor executor,
      ServerCallStreamObserver<DeliverResponse> observer,
      Function<BlockAndPrivateData, DeliverResponse> form) {
    this.ledger = ledger;
    this.access = access;
    this.clock = clock;
    this.executor = executor;
    this.observer = observer;
    this.form = form;
    outbound = new Outbound<>(observer, ledger::wakeReaders);
    // The next seek request is read when the one before it has been served.
    observer.disableAutoRequest();
    observer.request(1);
  }

  @Override
  public void onNext(Envelope envelope) {
    synchronized (this) {
      serving = true;
    }
    executor.execute(() -> serve(envelope));
  }

  private void serve(Envelope envelope) {
    try {
      Status status = deliver(envelope);
      if (status == null) {
        return;
      }
      outbound.send(DeliverResponse.newBuilder().setStatus(status).build());
      served(status == Status.SUCCESS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      observer.onError(
          io.grpc.Status.INTERNAL
              .withDescription(String.valueOf(e.getMessage()))
              .withCause(e)
              .asRuntimeException());
    }
  }

  /**
   * A client that has closed its side gets the end of the stream only after the last block it asked
   * for.
   */
  private synchronized void served(boolean more) {
    serving = false;
    if (more && !halfClosed) {
      observer.request(1);
    } else {
      complete();
    }
  }

  /** A client may close its side when the stream has ended already. */
  private void complete() {
    if (!completed) {
      completed = true;
      observer.onCompleted();
    }
  }

  /** The status to end with, or null when there is nobody to tell. */
  private Status deliver(Envelope envelope) throws InterruptedException {
    SeekInfo seek;
    try {
      Payload payload = Payload.parseFrom(envelope.getPayload());
      ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      SignatureHeader signatureHeader =
          SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
      if (!header.hasTimestamp() || outsideWindow(header)) {
        return Status.BAD_REQUEST;
      }
      if (!header.getChannelId().equals(ledger.configuration().channel())) {
        return Status.NOT_FOUND;
      }
      seek = SeekInfo.parseFrom(payload.getData());
      if (access
          .problem(
              header.getChannelId(),
              signatureHeader.getCreator(),
              envelope.getSignature(),
              envelope.getPayload())
          .isPresent()) {
        return Status.FORBIDDEN;
      }
    } catch (InvalidProtocolBufferException e) {
      return Status.BAD_REQUEST;
    }
    if (!seek.hasStart() || !seek.hasStop()) {
      return Status.BAD_REQUEST;
    }
    return deliver(seek);
  }

  private boolean outsideWindow(ChannelHeader header) {
    Instant time =
        Instant.ofEpochSecond(header.getTimestamp().getSeconds(), header.getTimestamp().getNanos());
    return Duration.between(time, clock.instant()).abs().compareTo(TIME_WINDOW) > 0;
  }

  private Status deliver(SeekInfo seek) throws InterruptedException {
    if (seek.getStart().getTypeCase() == SeekPosition.TypeCase.TYPE_NOT_SET) {
      return Status.NOT_FOUND;
    }
    long number = position(seek.getStart());
    long stop =
        switch (seek.getStop().getTypeCase()) {
          case OLDEST -> number;
          case NEWEST -> seek.getStart().equals(seek.getStop()) ? number : ledger.height() - 1;
          case SPECIFIED -> seek.getStop().getSpecified().getNumber();
          default -> -1;
        };
    // Block numbers are unsigned: the client library's "for ever" is the largest signed number,
    // others may go beyond.
    if (Long.compareUnsigned(stop, number) < 0) {
      return Status.BAD_REQUEST;
    }
    for (; ; number++) {
      if (seek.getBehavior() == SeekInfo.SeekBehavior.FAIL_IF_NOT_READY
          && number > ledger.height() - 1) {
        return Status.NOT_FOUND;
      }
      if (!ledger.awaitBlock(number, outbound::isCancelled)) {
        return outbound.isCancelled() ? null : Status.SERVICE_UNAVAILABLE;
      }
      if (!outbound.send(form.apply(ledger.content(number)))) {
        return null;
      }
      if (number == stop) {
        return Status.SUCCESS;
      }
    }
  }

  private long position(SeekPosition position) {
    return switch (position.getTypeCase()) {
      case OLDEST -> 0;
      case NEWEST -> ledger.height() - 1;
      case SPECIFIED -> position.getSpecified().getNumber();
      default -> ledger.height();
    };
  }

  @Override
  public void onError(Throwable cause) {
    // The client is gone; the cancel handler has woken the serving thread.
    ledger.wakeReaders();
  }

  @Override
  public synchronized void onCompleted() {
    halfClosed = true;
    if (!serving) {
      complete();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import static org.grasslandcarbon.domain.value.Detail.zh;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/**
 * The blocks that a peer delivers, from one on to the newest that there is when they are asked for.
 * A few are on their way at a time: the next is asked for when one is taken.
 */
public final class DeliveredBlocks implements BlockSource {
  /** Blocks that have come and are not taken yet. */
  private static final int WAITING_MOST = 16;

  /** A peer that is silent for so long is not there. */
  private static final Duration SILENCE_MOST = Duration.ofSeconds(60);

  private final Stream stream;
  private final long newest;
  private long delivered;

  private DeliveredBlocks(PeerConnection peer, long from, long newest) {
    this.newest = newest;
    delivered = from;
    stream = from <= newest ? new Stream(peer, position(from), position(newest)) : null;
  }

  /**
   * Asks a peer.
   *
   * @param from the first block that is wanted
   * @throws BlocksUnreadableException when the peer cannot be reached or refuses
   */
  public static DeliveredBlocks from(PeerConnection peer, long from) {
    return new DeliveredBlocks(peer, from, newest(peer));
  }

  /** The number of the newest block that a peer has. */
  public static long newest(PeerConnection peer) {
    SeekPosition last =
        SeekPosition.newBuilder().setNewest(SeekNewest.getDefaultInstance()).build();
    Stream one = new Stream(peer, last, last);
    try {
      return one.take().orElseThrow(DeliveredBlocks::silent).getHeader().getNumber();
    } finally {
      one.cancel();
    }
  }

  private static SeekPosition position(long number) {
    return SeekPosition.newBuilder()
        .setSpecified(SeekSpecified.newBuilder().setNumber(number))
        .build();
  }

  private static BlocksUnreadableException silent() {
    return BlocksUnreadableException.unreachable(
        zh("节点没有送出区块").en("the peer delivers no block"), null);
  }

  @Override
  public Optional<Block> next() {
    if (stream == null || delivered > newest) {
      return Optional.empty();
    }
    Optional<Block> block = stream.take();
    if (block.isEmpty()) {
      throw silent();
    }
    delivered++;
    return block;
  }

  @Override
  public Optional<Long> newest() {
    return Optional.of(newest);
  }

  @Override
  public String description() {
    return "peer";
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.cancel();
    }
  }

  /** One answer to one request, taken block by block. */
  private static final class Stream implements ClientResponseObserver<Envelope, DeliverResponse> {
    private final BlockingQueue<Arrival> arrived = new ArrayBlockingQueue<>(WAITING_MOST + 2);
    private ClientCallStreamObserver<Envelope> requests;

    /** A block, or why there is none. */
    private record Arrival(Block block, String end, Throwable cause) {}

    private Stream(PeerConnection peer, SeekPosition start, SeekPosition stop) {
      var toPeer = DeliverGrpc.newStub(peer.transport()).deliver(this);
      SeekInfo seek =
          SeekInfo.newBuilder()
              .setStart(start)
              .setStop(stop)
              .setBehavior(SeekInfo.SeekBehavior.FAIL_IF_NOT_READY)
              .build();
      toPeer.onNext(peer.envelope(HeaderType.DELIVER_SEEK_INFO, seek.toByteString()));
      requests.request(WAITING_MOST);
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Envelope> stream) {
      requests = stream;
      stream.disableAutoRequestWithInitial(0);
    }

    @Override
    public void onNext(DeliverResponse response) {
      arrived.add(
          response.hasBlock()
              ? new Arrival(response.getBlock(), null, null)
              : new Arrival(null, response.getStatus().name(), null));
    }

    @Override
    public void onError(Throwable cause) {
      arrived.offer(new Arrival(null, String.valueOf(cause.getMessage()), cause));
    }

    @Override
    public void onCompleted() {
      arrived.offer(new Arrival(null, Status.SUCCESS.name(), null));
    }

    private Optional<Block> take() {
      try {
        Arrival next = arrived.poll(SILENCE_MOST.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          throw silent();
        }
        if (next.block() != null) {
          requests.request(1);
          return Optional.of(next.block());
        }
        if (next.end().equals(Status.SUCCESS.name())) {
          return Optional.empty();
        }
        throw BlocksUnreadableException.unreachable(
            zh("节点拒绝送出区块或无法连接：%s").en("the peer refuses or is not reached: %s", next.end()),
            next.cause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw silent();
      }
    }

    private void cancel() {
      requests.cancel("no more blocks are wanted", null);
    }
  }
}

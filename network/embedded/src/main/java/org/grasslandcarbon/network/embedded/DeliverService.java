// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;

/** Fabric's deliver service: blocks, filtered blocks, and blocks with their private values. */
final class DeliverService extends DeliverGrpc.DeliverImplBase {
  private final Ledger ledger;
  private final AccessCheck access;
  private final Clock clock;
  private final Executor executor;

  DeliverService(Ledger ledger, AccessCheck access, Clock clock, Executor executor) {
    this.ledger = ledger;
    this.access = access;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> observer) {
    return stream(
        observer, content -> DeliverResponse.newBuilder().setBlock(content.getBlock()).build());
  }

  @Override
  public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> observer) {
    return stream(
        observer,
        content ->
            DeliverResponse.newBuilder().setFilteredBlock(filter(content.getBlock())).build());
  }

  @Override
  public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> observer) {
    return stream(
        observer, content -> DeliverResponse.newBuilder().setBlockAndPrivateData(content).build());
  }

  private StreamObserver<Envelope> stream(
      StreamObserver<DeliverResponse> observer,
      Function<BlockAndPrivateData, DeliverResponse> form) {
    return new DeliverStream(
        ledger,
        access,
        clock,
        executor,
        (ServerCallStreamObserver<DeliverResponse>) observer,
        form);
  }

  private FilteredBlock filter(Block block) {
    FilteredBlock.Builder filtered =
        FilteredBlock.newBuilder()
            .setNumber(block.getHeader().getNumber())
            .setChannelId(ledger.configuration().channel());
    var codes = Blocks.codes(block);
    for (int i = 0; i < codes.size(); i++) {
      CheckedTransaction transaction = ledger.transaction(block.getData().getData(i));
      FilteredTransaction.Builder entry =
          FilteredTransaction.newBuilder()
              .setTxid(transaction.id())
              .setType(transaction.type())
              .setTxValidationCode(codes.get(i));
      if (transaction.type() == HeaderType.ENDORSER_TRANSACTION) {
        FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
        ChaincodeEventStreams.event(transaction)
            .map(DeliverService::withoutPayload)
            .ifPresent(
                event ->
                    actions.addChaincodeActions(
                        FilteredChaincodeAction.newBuilder().setChaincodeEvent(event)));
        entry.setTransactionActions(actions);
      }
      filtered.addFilteredTransactions(entry);
    }
    return filtered.build();
  }

  /** Those who may see only filtered blocks must not see what an event says. */
  private static ChaincodeEvent withoutPayload(ChaincodeEvent event) {
    return event.toBuilder().clearPayload().build();
  }
}

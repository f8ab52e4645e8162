// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Deliveries;
import org.grasslandcarbon.network.conformance.kit.Deliveries.Kind;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekInfo.SeekBehavior;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Blocks are read from any height, whole, filtered, and with private data. */
public final class BlockReplay implements Scenario {
  @Override
  public String name() {
    return "block-replay";
  }

  @Override
  public String about() {
    return "Blocks from any height on: their chain, their validation codes, what a filtered one tells.";
  }

  @Override
  public void play(Scene scene) throws Exception {
    Client client = scene.client(0);
    List<Endorsed> transactions = new ArrayList<>();
    scene.title("Four blocks");
    transactions.add(scene.endorse(client, "put @a 1", "event written first"));
    scene.commit(transactions.get(0));
    transactions.add(scene.endorse(client, "get @a", "put @a 2", "event written second"));
    transactions.add(scene.endorse(scene.client(1), "get @a", "put @a 3", "event written third"));
    transactions.add(scene.endorse(client, "put-private _implicit_org_BeijingMSP @b secret"));
    for (Endorsed each : transactions.subList(1, transactions.size())) {
      scene.commit(each);
    }
    long first = scene.blockOf(transactions.get(0));
    long last = scene.blockOf(transactions.get(transactions.size() - 1));
    for (Kind kind : Kind.values()) {
      scene.title(kind + ", from the first to the last of them");
      for (DeliverResponse each :
          ask(
              client,
              kind,
              Deliveries.at(first),
              Deliveries.at(last),
              SeekBehavior.BLOCK_UNTIL_READY)) {
        scene.see(shown(scene, each, first));
      }
    }
    chain(scene, client, first, last);
    positions(scene, client, first, last);
  }

  private static void chain(Scene scene, Client client, long first, long last) throws Exception {
    scene.title("The blocks form a chain from the channel's first one on");
    ByteString before = ByteString.EMPTY;
    for (DeliverResponse each :
        ask(
            client,
            Kind.FULL,
            Deliveries.oldest(),
            Deliveries.at(last),
            SeekBehavior.BLOCK_UNTIL_READY)) {
      if (each.getTypeCase() == DeliverResponse.TypeCase.BLOCK) {
        Block block = each.getBlock();
        boolean linked = block.getHeader().getPreviousHash().equals(before);
        boolean whole = block.getHeader().getDataHash().equals(dataHash(block));
        if (!linked || !whole) {
          scene.see("broken at " + (block.getHeader().getNumber() - first));
        }
        before = Chain.headerHash(block.getHeader());
      } else {
        scene.see("to the end: " + each.getStatus());
      }
    }
  }

  private static ByteString dataHash(Block block) {
    return ByteString.copyFrom(
        Hash.SHA256.apply(ByteString.copyFrom(block.getData().getDataList()).toByteArray()));
  }

  private static void positions(Scene scene, Client client, long first, long last)
      throws Exception {
    long beyond = last + 1_000_000;
    scene.title("Where reading begins and ends");
    see(scene, client, "the newest", Deliveries.newest(), Deliveries.newest(), first);
    see(scene, client, "one block", Deliveries.at(first), Deliveries.at(first), first);
    see(
        scene,
        client,
        "a block that is not there",
        Deliveries.at(beyond),
        Deliveries.at(beyond),
        first);
    see(scene, client, "backwards", Deliveries.at(last), Deliveries.at(first), first);
    see(scene, client, "no start", SeekPosition.getDefaultInstance(), Deliveries.at(first), first);
    see(scene, client, "no end", Deliveries.at(first), SeekPosition.getDefaultInstance(), first);
  }

  private static void see(
      Scene scene, Client client, String heading, SeekPosition start, SeekPosition stop, long first)
      throws Exception {
    scene.see(heading);
    for (DeliverResponse each :
        ask(client, Kind.FILTERED, start, stop, SeekBehavior.FAIL_IF_NOT_READY)) {
      scene.see("  " + shown(scene, each, first));
    }
  }

  private static List<DeliverResponse> ask(
      Client client, Kind kind, SeekPosition start, SeekPosition stop, SeekBehavior behavior)
      throws InterruptedException {
    SeekInfo seek = Deliveries.seek(start, stop, behavior);
    return Deliveries.all(
        client.channel(), kind, Deliveries.request(client, Target.CHANNEL, Instant.now(), seek));
  }

  private static String shown(Scene scene, DeliverResponse response, long first) {
    return switch (response.getTypeCase()) {
      case BLOCK -> shown(response.getBlock(), first);
      case FILTERED_BLOCK -> shown(response.getFilteredBlock(), first);
      case BLOCK_AND_PRIVATE_DATA ->
          shown(response.getBlockAndPrivateData().getBlock(), first)
              + ", private data of "
              + response.getBlockAndPrivateData().getPrivateDataMapCount()
              + " transactions";
      default -> "status " + response.getStatus();
    };
  }

  private static String shown(Block block, long first) {
    List<String> codes = new ArrayList<>();
    block
        .getMetadata()
        .getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
        .forEach(code -> codes.add(TxValidationCode.forNumber(Byte.toUnsignedInt(code)).name()));
    return "block "
        + (block.getHeader().getNumber() - first)
        + " "
        + codes
        + ", "
        + block.getMetadata().getMetadataCount()
        + " metadata";
  }

  private static String shown(FilteredBlock block, long first) {
    List<String> transactions = new ArrayList<>();
    for (FilteredTransaction each : block.getFilteredTransactionsList()) {
      List<String> events = new ArrayList<>();
      each.getTransactionActions()
          .getChaincodeActionsList()
          .forEach(
              action ->
                  events.add(
                      action.getChaincodeEvent().getEventName()
                          + " of "
                          + action.getChaincodeEvent().getChaincodeId()
                          + " with "
                          + action.getChaincodeEvent().getPayload().size()
                          + " bytes"));
      transactions.add(
          each.getTxid() + " " + each.getType() + " " + each.getTxValidationCode() + " " + events);
    }
    return "block "
        + (block.getNumber() - first)
        + " of "
        + block.getChannelId()
        + " "
        + transactions;
  }
}

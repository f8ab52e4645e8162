// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/** Calls of the SDK that every scenario makes. */
public final class Transactions {
  /** Fabric's own chaincode that answers questions about the ledger. */
  static final String LEDGER_QUERIES = "qscc";

  private static final Duration COMMIT_WITHIN = Duration.ofSeconds(60);

  private Transactions() {}

  /** A proposal for the probe, named in the transcript. */
  public static Proposal propose(Scene scene, Client client, String... steps) {
    Proposal proposal = client.contract(Target.PROBE).newProposal("do").addArguments(steps).build();
    scene.names().transaction(proposal.getTransactionId());
    return proposal;
  }

  /** A transaction of the probe that enough offices have endorsed. */
  public static Endorsed endorse(Scene scene, Client client, String... steps)
      throws EndorseException {
    return new Endorsed(scene, client, propose(scene, client, steps).endorse());
  }

  /** Waits for a transaction's status, however long the SDK's default allows. */
  public static Status status(Client client, String id) throws CommitStatusException {
    return status(client, id, COMMIT_WITHIN);
  }

  /** Waits for a transaction's status for so long. */
  public static Status status(Client client, String id, Duration within)
      throws CommitStatusException {
    ByteString request =
        CommitStatusRequest.newBuilder()
            .setChannelId(Target.CHANNEL)
            .setTransactionId(id)
            .setIdentity(client.creator())
            .build()
            .toByteString();
    return client
        .gateway()
        .newSignedCommit(
            SignedCommitStatusRequest.newBuilder().setRequest(request).build().toByteArray(),
            client.sign(request).toByteArray())
        .getStatus(options -> options.withDeadlineAfter(within.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Until then one peer may still answer from the state before the transaction. */
  static void awaitEverywhere(Scene scene, String id) throws CommitStatusException {
    for (Client each : scene.clients()) {
      status(each, id);
    }
  }

  /** Lets the transcript name the versions that a block's transactions have written. */
  static void nameBlock(Scene scene, Client client, long number) {
    Block block = block(client, number);
    for (int index = 0; index < block.getData().getDataCount(); index++) {
      scene.names().position(number, index, id(block.getData().getData(index)));
    }
  }

  static Block block(Client client, long number) {
    try {
      return Block.parseFrom(
          client
              .contract(LEDGER_QUERIES)
              .evaluateTransaction("GetBlockByNumber", Target.CHANNEL, String.valueOf(number)));
    } catch (GatewayException | InvalidProtocolBufferException e) {
      throw new IllegalStateException("block " + number + " cannot be read", e);
    }
  }

  private static String id(ByteString envelope) {
    try {
      Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
      return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getTxId();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a block with something unreadable", e);
    }
  }

  static String result(byte[] result) {
    return new String(result, StandardCharsets.UTF_8);
  }
}

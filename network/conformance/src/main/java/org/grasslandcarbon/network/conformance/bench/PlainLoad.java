// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.standalone.OneJvmLedger;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * Transfers by the plain chaincode as clients usually send them: {@code submitTransaction} of the
 * Fabric Gateway SDK, each waiting for its commit, some number of them at once.
 */
final class PlainLoad implements AutoCloseable {
  private static final long STAGE_SECONDS_MOST = 60;
  private static final String BALANCE = "1000000";

  private final ManagedChannel channel;
  private final Gateway gateway;
  private final Contract contract;

  PlainLoad(BenchTarget target) {
    channel = target.newChannel();
    LedgerIdentity identity = target.identity();
    gateway =
        Gateway.newInstance()
            .identity(new X509Identity(identity.mspId(), identity.certificate()))
            .signer(Signers.newPrivateKeySigner(identity.privateKey()))
            .hash(Hash.SHA256)
            .connection(channel)
            .endorseOptions(PlainLoad::bounded)
            .submitOptions(PlainLoad::bounded)
            .commitStatusOptions(PlainLoad::bounded)
            .connect();
    contract = gateway.getNetwork(OneJvmLedger.CHANNEL).getContract(PlainChaincode.NAME);
  }

  private static CallOptions bounded(CallOptions options) {
    return options.withDeadlineAfter(STAGE_SECONDS_MOST, TimeUnit.SECONDS);
  }

  /** Opens two accounts for each transfer of a round. */
  void open(int transfers) {
    try {
      contract.submitTransaction("open", String.valueOf(2 * transfers), BALANCE);
    } catch (GatewayException | CommitException e) {
      throw new IllegalStateException("The plain chaincode does not open accounts.", e);
    }
  }

  /** Each between two accounts of its own, so that no two conflict: the best case. */
  Map<String, Integer> spread(int transfers, int atOnce) throws InterruptedException {
    return run(transfers, atOnce, i -> transfer(2 * i, 2 * i + 1));
  }

  /** All from one account, each to another. */
  Map<String, Integer> hot(int transfers, int atOnce) throws InterruptedException {
    return run(transfers, atOnce, i -> transfer(0, i + 1));
  }

  private static Map<String, Integer> run(int transfers, int atOnce, IntFunction<String> transfer)
      throws InterruptedException {
    Map<String, Integer> ends = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int client = 0; client < atOnce; client++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = next.getAndIncrement(); i < transfers; i = next.getAndIncrement()) {
                  ends.merge(transfer.apply(i), 1, Integer::sum);
                }
              },
              "plain-client-" + client);
      thread.start();
      clients.add(thread);
    }
    for (Thread client : clients) {
      client.join();
    }
    return ends;
  }

  /** How it ended. */
  private String transfer(int from, int to) {
    try {
      contract.submitTransaction("transfer", String.valueOf(from), String.valueOf(to), "1");
      return Round.DONE;
    } catch (CommitException e) {
      return e.getCode().name();
    } catch (GatewayException e) {
      return e.getClass().getSimpleName() + " " + e.getStatus().getCode();
    }
  }

  @Override
  public void close() {
    gateway.close();
    channel.shutdownNow();
  }
}

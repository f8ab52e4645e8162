// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;

/**
 * The process that {@link CrashTest} kills: a peer with clients that write without a pause and tell
 * what was acknowledged.
 */
final class CrashLoad {
  static final String READY = "ready";
  static final String ACKNOWLEDGED = "ack";
  private static final int CLIENTS = 6;
  private static final int HOT_KEYS = 20;

  private CrashLoad() {}

  static EmbeddedPeer open(Path directory) {
    return EmbeddedPeer.builder(directory)
        .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()))
        .blockCutting(BlockCutting.WHEN_IDLE.withInterval(Duration.ofMillis(2)))
        .open();
  }

  public static void main(String[] arguments) {
    EmbeddedPeer peer = open(Path.of(arguments[0]));
    System.out.println(READY);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(Long.parseLong(arguments[1]) * CLIENTS + i);
      TestClient client = new TestClient(peer.enrol("GrasslandMSP", "client" + i), peer.channel());
      threads.execute(() -> run(client.contract(), random));
    }
  }

  private static void run(Contract contract, Random random) {
    while (true) {
      try {
        SubmittedTransaction submitted = proposal(contract, random).endorse().submitAsync();
        Status status = submitted.getStatus();
        // One write for the whole line, so that a kill leaves lines whole or missing.
        String line =
            ACKNOWLEDGED
                + " "
                + status.getTransactionId()
                + " "
                + status.getCode().getNumber()
                + " "
                + status.getBlockNumber()
                + "\n";
        synchronized (System.out) {
          System.out.print(line);
          System.out.flush();
        }
      } catch (GatewayException e) {
        System.err.println(e);
      }
    }
  }

  private static org.hyperledger.fabric.client.Proposal proposal(Contract contract, Random random) {
    String hot = "hot" + random.nextInt(HOT_KEYS);
    String fresh = "key" + random.nextLong();
    return switch (random.nextInt(6)) {
      case 0 -> contract.newProposal("append").addArguments(hot, "x").build();
      case 1 -> contract.newProposal("delete").addArguments(hot).build();
      case 2 -> contract.newProposal("count").addArguments("hot", "hou", "counted").build();
      case 3 ->
          contract
              .newProposal("putPrivate")
              .addArguments("_implicit_org_GrasslandMSP", hot)
              .putTransient("value", fresh)
              .build();
      default -> contract.newProposal("put").addArguments(fresh, "value of " + fresh).build();
    };
  }
}

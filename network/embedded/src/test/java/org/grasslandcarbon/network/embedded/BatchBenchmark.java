// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.client.Contract;

/**
 * Measures what the peer costs for batched transactions: each reads 1,000 keys in one message and
 * writes them in another. Run its main method with the test class path; arguments: transactions,
 * bytes of a value, bytes of the argument.
 */
final class BatchBenchmark {
  private static final int KEYS = 1000;
  private static final int WARM_UP = 30;

  private BatchBenchmark() {}

  static RawChaincode chaincode() {
    return new RawChaincode(
        call -> {
          String prefix = call.argument(1);
          int valueBytes = Integer.parseInt(call.argument(2));
          List<String> keys = new ArrayList<>(KEYS);
          for (int i = 0; i < KEYS; i++) {
            keys.add("HOLDING/" + prefix + "/" + String.format("%06d", i));
          }
          List<ByteString> values = call.getAll(keys);
          byte[] value = new byte[valueBytes];
          long written = values.stream().filter(v -> !v.isEmpty()).count();
          value[0] = (byte) written;
          Map<String, ByteString> writes = new LinkedHashMap<>();
          keys.forEach(key -> writes.put(key, ByteString.copyFrom(value)));
          call.putAll(writes);
          return String.valueOf(written);
        });
  }

  public static void main(String[] arguments) throws Exception {
    int transactions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    String valueBytes = arguments.length > 1 ? arguments[1] : "300";
    String payload = "x".repeat(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500_000);
    Path directory = Files.createTempDirectory("embedded-benchmark");
    try (EmbeddedPeer peer =
            EmbeddedPeer.builder(directory).chaincode("batch", "1", chaincode()).open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "bench"), peer.channel())) {
      Contract contract = client.network().getContract("batch");
      for (int i = 0; i < WARM_UP; i++) {
        contract.submitTransaction("run", "hot" + i % 3, valueBytes, payload);
      }
      var system =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpu = system.getProcessCpuTime();
      long start = System.nanoTime();
      for (int i = 0; i < transactions; i++) {
        contract.submitTransaction("run", i % 2 == 0 ? "hot" : "cold" + i, valueBytes, payload);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuMicros = (system.getProcessCpuTime() - cpu) / 1e3;
      System.out.printf(
          "%d transactions of %d keys: %.2f s, %.0f key writes/s, %.1f us CPU per key write (all in: client, chaincode, peer)%n",
          transactions,
          KEYS,
          seconds,
          transactions * KEYS / seconds,
          cpuMicros / transactions / KEYS);
      long opening = System.nanoTime();
      System.out.printf("verify: %s", peer.verify());
      System.out.printf(" in %.2f s%n", (System.nanoTime() - opening) / 1e9);
    }
    try (var files = Files.walk(directory)) {
      files
          .filter(Files::isRegularFile)
          .filter(f -> f.toFile().length() > 1 << 20)
          .forEach(
              f -> System.out.printf("%s: %d MiB%n", f.getFileName(), f.toFile().length() >> 20));
    }
    long opening = System.nanoTime();
    EmbeddedPeer.builder(directory).chaincode("batch", "1", chaincode()).open().close();
    System.out.printf("open and close again: %.2f s%n", (System.nanoTime() - opening) / 1e9);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.hyperledger.fabric.protos.common.Block;

/**
 * How many instructions a second an audit derives again, and how many signatures of instructions a
 * second the same processors verify when they do nothing else: transfers of one tonne, so many a
 * transaction, a transaction a block. Not a test: it is run by name.
 */
final class AuditBenchmark {
  private static final int TRANSACTIONS = 60;
  private static final int INSTRUCTIONS = 500;
  private static final int TRADERS = 20;
  private static final int ROUNDS = 4;

  private record Signed(SignedInstruction text, ECPublicKeyParameters key) {
    private boolean isValid() {
      return EcdsaP256.verify(key, text.signingInput(), text.signature());
    }
  }

  private AuditBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    TestLedger ledger = GoldenHistory.play();
    int before = ledger.sent().size();
    PaperNetwork network = PaperNetwork.replaying(ledger);
    int history = network.blocks().size();
    List<Signed> all = transfers(ledger);
    for (TestLedger.Sent sent : ledger.sent().subList(before, ledger.sent().size())) {
      network.submit(sent);
    }
    List<Block> blocks = network.blocks();
    ECPublicKeyParameters key = EcdsaP256.publicKey(ledger.signer(richest(ledger).owner()).jwk());
    for (int round = 0; round < ROUNDS; round++) {
      double audited = audited(network, blocks, history, all.size());
      double verified = verified(all);
      System.out.printf(
          Locale.ROOT,
          "round %d: audit %.0f instructions/s, signatures alone %.0f/s, ratio %.2f%n",
          round,
          audited,
          verified,
          audited / verified);
    }
  }

  private static Holding richest(TestLedger ledger) {
    return ledger
        .records(Holding.TYPE)
        .max(Comparator.comparing(each -> each.held().quantity()))
        .orElseThrow();
  }

  /** A holder sends to twenty others, and they send all of it back. */
  private static List<Signed> transfers(TestLedger ledger) {
    Holding rich = richest(ledger);
    List<ParticipantId> traders = new ArrayList<>();
    for (int i = 0; i < TRADERS; i++) {
      traders.add(ledger.admit(TestLedger.BEIJING, Role.TRADER));
    }
    List<Signed> all = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS; i++) {
      byte[][] batch = new byte[INSTRUCTIONS][];
      for (int j = 0; j < INSTRUCTIONS; j++) {
        ParticipantId trader = traders.get(j % TRADERS);
        ParticipantId from = i % 2 == 0 ? rich.owner() : trader;
        ParticipantId to = i % 2 == 0 ? trader : rich.owner();
        batch[j] = ledger.sign(TestLedger.newInstruction(), from, transfer(rich, to));
        all.add(
            new Signed(
                SignedInstruction.parse(batch[j]), EcdsaP256.publicKey(ledger.signer(from).jwk())));
      }
      ledger
          .submit(batch)
          .forEach(
              verdict -> {
                if (!verdict.code().equals(Verdict.APPLIED)) {
                  throw new IllegalStateException(verdict.toString());
                }
              });
      ledger.advance(Duration.ofSeconds(1));
    }
    return all;
  }

  private static Action transfer(Holding from, ParticipantId to) {
    return Codec.read(
        "{\"batch\":\"" + from.batch() + "\",\"quantity\":1,\"recipient\":\"" + to + "\"}",
        TransferCredits.class);
  }

  private static double audited(
      PaperNetwork network, List<Block> blocks, int history, int instructions) throws IOException {
    Path folder = Files.createTempDirectory("audit-benchmark");
    try (Audit audit = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      audit.read(new ListedBlocks(blocks.subList(0, history)), (block, newest) -> {});
      long start = System.nanoTime();
      audit.read(new ListedBlocks(blocks.subList(history, blocks.size())), (block, newest) -> {});
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!audit.found().isEmpty()) {
        throw new IllegalStateException(audit.found().toString());
      }
      return instructions / seconds;
    } finally {
      Files.delete(folder.resolve("audit.mv.db"));
      Files.delete(folder);
    }
  }

  private static double verified(List<Signed> all) throws InterruptedException, ExecutionException {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(processors);
    long start = System.nanoTime();
    List<Future<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < processors; i++) {
      int offset = i;
      parts.add(
          executor.submit(
              () -> {
                int valid = 0;
                for (int j = offset; j < all.size(); j += processors) {
                  valid += all.get(j).isValid() ? 1 : 0;
                }
                return valid;
              }));
    }
    int valid = 0;
    for (Future<Integer> part : parts) {
      valid += part.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    executor.shutdown();
    if (valid != all.size()) {
      throw new IllegalStateException(valid + " of " + all.size());
    }
    return all.size() / seconds;
  }
}

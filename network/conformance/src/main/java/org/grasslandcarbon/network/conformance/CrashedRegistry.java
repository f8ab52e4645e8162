// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.network.standalone.OpenedLedger;

/**
 * A registry under load that is there to be killed. It says on standard output what it has
 * promised: {@code ACCEPTED id} when the inbox has an instruction, {@code FINAL id code} when its
 * outcome is on the ledger. Ends only by being killed.
 */
final class CrashedRegistry {
  private static final int UNDER_WAY_MOST = 400;

  private CrashedRegistry() {}

  /** Takes the data directory. */
  public static void main(String[] args) throws InterruptedException {
    Path data = Path.of(args[0]);
    OpenedLedger opened = OpenedLedger.open(data, true);
    HeadlessGateway gateway = new HeadlessGateway(opened.ledger(), data.resolve("inbox"));
    ExampleSigners signers = new ExampleSigners(data);
    InstructionSigner tianjin = signers.get("trader-tianjin");
    InstructionSigner golog = signers.get("owner-golog");
    Semaphore underWay = new Semaphore(UNDER_WAY_MOST);
    say("READY");
    for (long i = 0; ; i++) {
      underWay.acquire();
      InstructionText instruction = i % 3 == 0 ? pay(golog, tianjin) : pay(tianjin, golog);
      Receipt receipt = gateway.accept(instruction);
      say("ACCEPTED " + instruction.id());
      gateway
          .whenFinal(receipt)
          .thenAccept(
              outcome -> {
                say("FINAL " + outcome.id() + " " + outcome.verdict().code());
                underWay.release();
              });
    }
  }

  private static InstructionText pay(InstructionSigner from, InstructionSigner to) {
    return from.sign(
        InstructionSigner.newId(),
        new TransferCredits(
            new BatchId("CN-GCS-632626-20210001-2021-001"), Tonnes.of(1), to.participant()),
        Duration.ofHours(1));
  }

  /** One write a line, so that a kill cuts between lines or within the last. */
  private static void say(String line) {
    synchronized (System.out) {
      System.out.println(line);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.testing.TestParticipant;

/**
 * A process that fills and empties an inbox until it is killed, and says each thing after it is
 * done: {@code A id} accepted, {@code F id} about to be finished.
 */
final class InboxLoad {
  /** Small files, so that many are begun and deleted. */
  static final InboxLimits LIMITS = new InboxLimits(100_000, Long.MAX_VALUE, 20_000, 100);

  private static final int SENDERS = 8;

  private InboxLoad() {}

  public static void main(String[] arguments) throws InterruptedException {
    Inbox inbox = Inbox.open(Path.of(arguments[0]), LIMITS, Clock.systemUTC());
    PrintStream output = System.out;
    for (int i = 0; i < SENDERS; i++) {
      TestParticipant participant = new TestParticipant(i);
      new Thread(() -> send(inbox, participant, output)).start();
    }
    while (true) {
      List<QueuedInstruction> taken = inbox.take(50, Long.MAX_VALUE);
      // One in twenty stays, so that there is always something to be lost.
      List<QueuedInstruction> done =
          taken.stream().filter(each -> each.sequence() % 20 != 0).toList();
      done.forEach(each -> say(output, "F", each.id()));
      inbox.finish(done);
    }
  }

  private static void send(Inbox inbox, TestParticipant participant, PrintStream output) {
    while (true) {
      InstructionId id = TestParticipant.newId();
      byte[] jws = participant.sign(id);
      inbox.accept(SignedInstruction.parse(jws), jws);
      say(output, "A", id);
    }
  }

  private static void say(PrintStream output, String what, InstructionId id) {
    synchronized (output) {
      output.println(what + " " + id);
      output.flush();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.grasslandcarbon.gateway.inbox.Inbox;

/** What operators watch of the way to the ledger. Names are part of the operating manual. */
final class CommitMetrics {
  private final MeterRegistry meters;
  private final DistributionSummary batchSize;
  private final Timer batchTime;
  private final Timer yieldTime;

  CommitMetrics(MeterRegistry meters, Inbox inbox) {
    this.meters = meters;
    meters.gauge("grassland.inbox.instructions", inbox, Inbox::size);
    batchSize =
        DistributionSummary.builder("grassland.batch.instructions")
            .description("Instructions of a committed batch")
            .publishPercentiles(0.5, 0.95)
            .register(meters);
    batchTime =
        Timer.builder("grassland.batch.time")
            .description("From the first proposal of a batch to its block, retries included")
            .publishPercentiles(0.5, 0.95, 0.99)
            .register(meters);
    yieldTime =
        Timer.builder("grassland.batch.yields")
            .description("Waits for other gateways that had lost against ours or before it")
            .publishPercentiles(0.5, 0.95)
            .register(meters);
  }

  /** Others who had lost before were let go first. */
  void yielded(Duration time) {
    yieldTime.record(time);
  }

  void committed(int instructions, Duration time) {
    batchSize.record(instructions);
    batchTime.record(time);
  }

  /** An attempt failed and another follows. */
  void retried(String reason) {
    meters.counter("grassland.batch.retries", "reason", reason).increment();
  }

  /** A batch was split to find what is wrong with it. */
  void split() {
    meters.counter("grassland.batch.splits").increment();
  }
}

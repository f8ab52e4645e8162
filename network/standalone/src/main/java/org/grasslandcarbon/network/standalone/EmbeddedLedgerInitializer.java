// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.gateway.projection.Projection;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Gives the gateway its ledger: a channel to an embedded peer and an identity on it, in place of
 * those that the settings of a real network name.
 *
 * <p>The ledger opens on a thread of its own while the rest of the application starts, and is
 * waited for where it is first needed.
 */
final class EmbeddedLedgerInitializer
    implements ApplicationContextInitializer<GenericApplicationContext> {

  @Override
  public void initialize(GenericApplicationContext context) {
    Environment environment = context.getEnvironment();
    Path data = Path.of(environment.getProperty("grassland.data", "./data"));
    boolean example = environment.getProperty("grassland.example", Boolean.class, true);
    // Before anything else writes into the directory.
    FirstStart first = FirstStart.in(data);
    CompletableFuture<OpenedLedger> opening =
        CompletableFuture.supplyAsync(() -> OpenedLedger.open(data, example, first));
    context.registerBean(
        "openedLedger",
        OpenedLedger.class,
        () -> opened(opening),
        definition -> definition.setDestroyMethodName("close"));
    context.registerBean(
        "ledgerChannel",
        ManagedChannel.class,
        () -> context.getBean(OpenedLedger.class).ledger().newChannel(),
        definition -> definition.setDestroyMethodName("shutdownNow"));
    context.registerBean(
        "ledgerIdentity",
        LedgerIdentity.class,
        () -> context.getBean(OpenedLedger.class).ledger().identity());
    context.registerBean(
        "ledgerAgreement",
        LedgerAgreement.class,
        () ->
            new LedgerAgreement(
                context.getBean(OpenedLedger.class), context.getBean(Projection.class), data));
    context.registerBean(
        "startReport",
        StartReport.class,
        () -> {
          OpenedLedger opened = context.getBean(OpenedLedger.class);
          return new StartReport(
              opened.exampleInstructions(), EmbeddedTrust.of(opened.ledger().peer()));
        });
  }

  /**
   * What went wrong while opening is told as it is, so that its own sentence is what people see.
   */
  private static OpenedLedger opened(CompletableFuture<OpenedLedger> opening) {
    try {
      return opening.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}

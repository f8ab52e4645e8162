// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.statement;

import java.time.LocalDate;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same over up to a year. */
@Command(
    name = "period",
    description = {
      "对账单：一段日期（至多 366 天）的期初、变动、期末与成交（需要密钥）。",
      "A statement of up to 366 days (needs a key)."
    },
    footer = {"  grassland statement period --from 2026-01-01 --to 2026-03-31 --key my-key.json"})
final class StatementPeriod extends RegistryCommand {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = {"首日。", "The first day."})
  private LocalDate from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = {"末日。", "The last day."})
  private LocalDate to;

  @Mixin private StatementOptions options;

  @Override
  protected void perform(Session session) {
    if (to.isBefore(from)) {
      throw new UsageException("--to 早于 --from。", "--to is before --from.");
    }
    options.show(session, calledAs(), from, to);
  }
}

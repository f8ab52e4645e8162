// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.value.BeijingTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What somebody had, what moved and what there is, on one day. */
@Command(
    name = "day",
    description = {
      "日结单：期初、当日变动、期末与成交（需要密钥）。",
      "A day's statement: what there was, what moved, what there is, and trades (needs a key)."
    },
    footer = {
      "  grassland statement day --key my-key.json",
      "  grassland statement day 2026-03-02 --csv statement.csv --key my-key.json"
    })
final class StatementDay extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DATE",
      description = {"日期；默认当日（北京时间）。", "The day; today in Beijing by default."})
  private LocalDate day;

  @Mixin private StatementOptions options;

  @Override
  protected void perform(Session session) {
    LocalDate asked = day == null ? BeijingTime.day(Instant.now(Clock.systemUTC())) : day;
    options.show(session, calledAs(), asked, asked);
  }
}

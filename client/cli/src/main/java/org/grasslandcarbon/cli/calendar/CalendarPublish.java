// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.calendar;

import java.util.List;
import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code publishCalendar}. */
@Command(
    name = "publish",
    description = {
      "公布一年的工作日与节假日（国家主管部门）。",
      "Publishes a year of working days and holidays (the authority)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland calendar publish 2027 --holiday 2027-01-01 --document notice.pdf --as authority",
      "  grassland calendar publish --file calendar-2027.json --as authority"
    })
final class CalendarPublish extends SendCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "YEAR",
      description = {"年份。", "The year."})
  private Integer year;

  @Option(
      names = "--holiday",
      paramLabel = "DATE",
      description = {"放假的工作日，可重复。", "Weekday that is free; may be repeated."})
  private List<String> holidays;

  @Option(
      names = "--make-up-day",
      paramLabel = "DATE",
      description = {"调休上班的周末，可重复。", "Saturday or Sunday that is worked; may be repeated."})
  private List<String> makeUpDays;

  @Option(
      names = "--document",
      paramLabel = "HASH|FILE",
      description = {
        "资质文件：SHA-256 摘要，或由本机计算摘要的文件。",
        "The document: its SHA-256, or a file to hash on this machine."
      })
  private String document;

  @Override
  protected String action() {
    return "publishCalendar";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments.set("year", year).setList("holidays", holidays).setList("makeUpDays", makeUpDays);
    arguments.set("document", DocumentHash.of(session, document));
    if (arguments.lacks("holidays")) {
      arguments.set("holidays", List.of());
    }
    if (arguments.lacks("makeUpDays")) {
      arguments.set("makeUpDays", List.of());
    }
  }
}

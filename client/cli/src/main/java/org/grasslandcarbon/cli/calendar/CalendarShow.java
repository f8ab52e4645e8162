// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.calendar;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.views.ParticipantViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a year's working-day calendar. */
@Command(
    name = "show",
    description = {"显示一年的工作日历。", "Shows a year's working-day calendar."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland calendar show 2025"})
final class CalendarShow extends RegistryCommand {
  @Parameters(
      paramLabel = "YEAR",
      description = {"年份。", "The year."})
  private int year;

  @Override
  protected void perform(Session session) {
    session.show(
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    session
                        .publicReads()
                        .show(ParticipantViews.CALENDARS, Integer.toString(year))));
  }
}

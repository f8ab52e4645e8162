// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.calendar;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland calendar}. */
@Command(
    name = "calendar",
    description = {"工作日历。", "Working-day calendars."},
    subcommands = {CalendarPublish.class, CalendarShow.class},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland calendar show 2025"})
public final class CalendarCommands extends NounCommand {}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.reversal;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland reversal}. */
@Command(
    name = "reversal",
    description = {
      "逆转与缓冲：报告、核定、补足、返还。",
      "Losses of credited carbon and the buffer that pays for them."
    },
    subcommands = {
      ReversalReport.class,
      ReversalSettle.class,
      ReversalCompensate.class,
      ReversalRelease.class,
      ReversalList.class,
      ReversalShow.class
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland reversal list --settled false"})
public final class ReversalCommands extends NounCommand {}

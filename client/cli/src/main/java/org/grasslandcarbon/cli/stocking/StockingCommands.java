// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.stocking;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland stocking}. */
@Command(
    name = "stocking",
    description = {"草畜平衡：记录、查询。", "The balance of grass and livestock."},
    subcommands = {StockingRecord.class, StockingList.class, StockingShow.class},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland stocking show GCS-152502-2024-0001 2024"})
public final class StockingCommands extends NounCommand {}

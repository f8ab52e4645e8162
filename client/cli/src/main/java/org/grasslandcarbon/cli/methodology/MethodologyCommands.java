// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.methodology;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland methodology}. */
@Command(
    name = "methodology",
    description = {"方法学版本。", "Methodology versions."},
    subcommands = {MethodologyPublish.class, MethodologyList.class, MethodologyShow.class},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland methodology list"})
public final class MethodologyCommands extends NounCommand {}

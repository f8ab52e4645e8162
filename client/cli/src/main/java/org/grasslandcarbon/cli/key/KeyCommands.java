// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.key;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland keys}. */
@Command(
    name = "keys",
    description = {"密钥文件：新建、查看。", "Key files: make one, show one."},
    subcommands = {KeysNew.class, KeysShow.class},
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland keys new --participant 91110000600037341L --label office-laptop --out my-key.json"
    })
public final class KeyCommands extends NounCommand {}

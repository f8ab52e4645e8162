// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland credits}. */
@Command(
    name = "credits",
    description = {
      "减排量：签发、划转、注销、取消、持有与流水。",
      "Credits: issuance, transfer, retirement, cancellation, holdings and history."
    },
    subcommands = {
      CreditsIssue.class,
      CreditsTransfer.class,
      CreditsRetire.class,
      CreditsCancel.class,
      CreditsHoldings.class,
      CreditsHistory.class,
      CreditsSerial.class
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland credits holdings --key my-key.json"})
public final class CreditCommands extends NounCommand {}

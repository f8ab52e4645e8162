// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland report}. */
@Command(
    name = "report",
    description = {"监测报告：提交、核查、批准。", "Monitoring reports: submission, verification, approval."},
    subcommands = {ReportSubmit.class, ReportVerify.class, ReportApprove.class, ReportShow.class},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland report submit --template"})
public final class ReportCommands extends NounCommand {}

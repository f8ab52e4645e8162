// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import org.grasslandcarbon.cli.NounCommand;
import picocli.CommandLine.Command;

/** {@code grassland report}. */
@Command(
    name = "report",
    description = {
      "监测报告：模板、试算、提交、核查、批准、说明。",
      "Monitoring reports: template, dry run, submission, verification, approval, explanation."
    },
    subcommands = {
      ReportTemplate.class,
      ReportImport.class,
      ReportQuantify.class,
      ReportSubmit.class,
      ReportVerify.class,
      ReportApprove.class,
      ReportShow.class,
      ReportExplain.class
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland report submit --template"})
public final class ReportCommands extends NounCommand {}

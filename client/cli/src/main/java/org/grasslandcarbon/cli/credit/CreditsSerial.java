// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What became of a credit: anybody may ask. */
@Command(
    name = "serial",
    description = {
      "公开查询减排量编号或编号段的现状（不显示持有方）。",
      "What became of a serial number or a block; anybody may ask, the holder is not shown."
    },
    footer = {
      "  grassland credits serial CN-GCS-152502-20240001-2025-001-17",
      "  grassland credits serial CN-GCS-152502-20240001-2025-001-14940-14944"
    })
public final class CreditsSerial extends RegistryCommand {
  @Parameters(
      paramLabel = "SERIAL",
      description = {"编号，或起止编号段。", "Serial number, or a block of them."})
  private String serial;

  @Override
  protected void perform(Session session) {
    session.show(session.progress().during(calledAs(), () -> session.publicReads().serial(serial)));
  }
}

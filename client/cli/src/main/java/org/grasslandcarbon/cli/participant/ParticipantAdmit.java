// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import java.nio.file.Path;
import java.util.List;
import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.PublicKeyFile;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.value.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code admitParticipant}. */
@Command(
    name = "admit",
    description = {
      "接纳主体并登记其首批公钥（省级主管部门或国家主管部门）。",
      "Admits a participant with its first public keys (its office, or the authority)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland participant admit --as office-inner-mongolia --id 91150000MA0NABCD0X \\",
      "      --name-zh 示例牧业 --name-en \"Example pastoral\" --region 152502 --role OWNER \\",
      "      --jwk my-public-key.jwk"
    })
final class ParticipantAdmit extends SendCommand {
  @Option(
      names = {"--id", "--participant"},
      paramLabel = "CODE",
      description = {"统一社会信用代码。", "Unified social credit code."})
  private String participant;

  @Option(
      names = "--name-zh",
      paramLabel = "NAME",
      description = {"中文名称。", "Name in Chinese."})
  private String nameZh;

  @Option(
      names = "--name-en",
      paramLabel = "NAME",
      description = {"英文名称。", "Name in English."})
  private String nameEn;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划代码（六位）。", "Division (GB/T 2260, six digits)."})
  private String region;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = {"角色，可重复：${COMPLETION-CANDIDATES}。", "Role; may be repeated."})
  private List<Role> roles;

  @Option(
      names = {"--jwk", "--public-key"},
      paramLabel = "FILE",
      description = {"公钥文件，可重复。", "File with its public key; may be repeated."})
  private List<Path> keys;

  @Override
  protected String action() {
    return "admitParticipant";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("id", participant)
        .setName("name", nameZh, nameEn)
        .set("region", region)
        .setList("roles", roles);
    if (keys != null) {
      arguments.setList(
          "keys", keys.stream().map(file -> PublicKeyFile.read(session, file)).toList());
    }
  }
}

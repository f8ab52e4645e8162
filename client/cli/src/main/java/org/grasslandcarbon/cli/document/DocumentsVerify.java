// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.document;

import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.value.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Computes a file's digest on this machine, and asks which records name it. */
@Command(
    name = "verify",
    description = {
      "在本机计算文件摘要，并查询账本哪些记录载明它、哪些网关持有它。",
      "Computes a file's digest on this machine, and says which records name it and which gateways"
          + " have it."
    },
    footer = {
      "  grassland documents verify design.pdf",
      "  grassland documents verify design.pdf HASH"
    })
final class DocumentsVerify extends RegistryCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = {"文件。", "The file."})
  private String file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "HASH",
      description = {"应有的 SHA-256。", "The SHA-256 that it should have."})
  private String hash;

  @Override
  protected void perform(Session session) {
    Sha256 computed = DocumentHash.of(session, file);
    if (hash != null && !DocumentsGet.hash(hash).equals(computed)) {
      throw new NotDone(
          file + " 的 SHA-256 为 " + computed + "，与所给不符。",
          file + " has the SHA-256 " + computed + ", which is another one.");
    }
    DocumentVerbs.show(
        session,
        session.progress().during(calledAs(), () -> session.documents(false).about(computed)));
  }
}

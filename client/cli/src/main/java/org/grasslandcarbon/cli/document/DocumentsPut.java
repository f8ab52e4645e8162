// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.document;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.market.Named;
import org.grasslandcarbon.client.Documents;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.views.document.DocumentKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stores a file at a gateway. */
@Command(
    name = "put",
    description = {
      "存放账本记录所载明的文件（需要密钥）。",
      "Stores the file of a document that a record names (needs a key)."
    },
    footer = {
      "  grassland documents put design.pdf --kind DESIGN --key my-key.json",
      "  grassland documents put lab.csv --kind LAB --reader 91150000000000016J --key my-key.json"
    })
final class DocumentsPut extends RegistryCommand {
  @Parameters(
      paramLabel = "FILE",
      description = {"文件。", "The file."})
  private String file;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = {
        "种类：${COMPLETION-CANDIDATES}；不写则不公开（除非该处只能是公开的种类）。",
        "What it is: ${COMPLETION-CANDIDATES}. Not public when it is not said, where it can be"
            + " otherwise."
      })
  private DocumentKind kind;

  @Option(
      names = "--record",
      paramLabel = "TYPE:ID",
      description = {"载明它的记录（有多条时）。", "The record that names it, if there are several."})
  private String record;

  @Option(
      names = "--reader",
      paramLabel = "PARTICIPANT",
      description = {"另可阅读的主体，可重复。", "Somebody who may read it besides; may be repeated."})
  private List<String> readers = List.of();

  @Override
  protected void perform(Session session) {
    if (file.matches(Sha256.PATTERN)) {
      throw new UsageException("须给出文件，而非摘要。", "Give the file, and not its digest.");
    }
    Sha256 hash = DocumentHash.of(session, file);
    List<ParticipantId> named =
        readers.stream().map(text -> Named.participant(text, "--reader")).toList();
    Documents.Storing how =
        new Documents.Storing(Optional.ofNullable(kind), Optional.ofNullable(record), named);
    DocumentVerbs.show(
        session,
        session
            .progress()
            .during(
                calledAs(),
                () -> session.documents(true).put(hash, session.terminal().path(file), how)));
  }
}

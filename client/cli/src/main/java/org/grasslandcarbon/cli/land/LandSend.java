// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.cli.KeptInOutbox;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.project.SubmitBoundary;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.land.BoundaryParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sends a boundary in parts. The ids of all parts are on the disk before the first is signed, so
 * that whoever is interrupted gives the same command again and sends what is missing: an id counts
 * once.
 */
@Command(
    name = "send",
    description = {
      "将一条指令容纳不下的边界分批签名提交；中断后重复同一命令即续传。",
      "Signs and sends a boundary that one instruction does not hold, in parts; after a break the"
          + " same command goes on."
    },
    footer = {
      "  grassland land send parcels.zip --key my-key.json",
      "  grassland project propose --boundary-parts UUID,UUID --design design.json --key my-key.json"
    })
final class LandSend extends RegistryCommand {
  @Parameters(
      paramLabel = "FILE",
      description = {"边界文件。", "The file of the boundary."})
  private Path file;

  @Option(
      names = "--crs",
      paramLabel = "NAME",
      description = {
        "坐标系（文件未写明或写错时），如 EPSG:4527、CGCS2000。",
        "Coordinate system, where the file names none or a wrong one, e.g. EPSG:4527, CGCS2000."
      })
  private String crs;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = {
        "记录各部分编号的文件；默认在边界文件旁，名为 FILE.parts.json。",
        "Where the ids of the parts are kept; by default beside the file, as FILE.parts.json."
      })
  private Path state;

  /**
   * What the state file says.
   *
   * @param boundary digest of all parts, so that no other boundary goes on under these ids
   * @param boundaryParts ids of the parts, as a proposal names them
   * @param participant whose they are
   */
  private record State(
      Sha256 boundary, List<InstructionId> boundaryParts, ParticipantId participant) {}

  @Override
  protected void perform(Session session) {
    Boundary boundary = ReadLand.boundary(session, file, Optional.ofNullable(crs));
    if (BoundaryParts.isWhole(boundary)) {
      throw new UsageException(
          "一条指令可容纳该边界：grassland project propose --boundary " + file,
          "One instruction holds this boundary: grassland project propose --boundary " + file);
    }
    List<SubmitBoundary> parts = BoundaryParts.of(boundary);
    InstructionSigner signer = session.signer();
    State sent = state(session, parts, signer.participant());
    for (int i = 0; i < parts.size(); i++) {
      send(session, sent.boundaryParts.get(i), parts.get(i));
      String part = (i + 1) + "/" + parts.size();
      session.hint("第 " + part + " 部分已生效", "part " + part + " is on the ledger");
    }
    if (session.isForPrograms()) {
      session.document(Map.of("boundaryParts", sent.boundaryParts));
      return;
    }
    String ids = String.join(",", sent.boundaryParts.stream().map(InstructionId::value).toList());
    session.say("全部已提交。下一步：", "All of it is on the ledger. Next:");
    session.line("  grassland project propose --boundary-parts " + ids + " --design design.json");
  }

  private State state(Session session, List<SubmitBoundary> parts, ParticipantId participant) {
    Path path = state == null ? Path.of(file + ".parts.json") : state;
    Sha256 digest = Sha256.of(Codec.write(parts));
    if (Files.exists(session.terminal().path(path.toString()))) {
      State found = Codec.read(session.read(path), State.class);
      if (!found.boundary.equals(digest)
          || !found.participant.equals(participant)
          || found.boundaryParts.size() != parts.size()) {
        throw new UsageException(
            path + " 记录的是另一边界或另一主体的提交；请移走它，或用 --state 另指定文件。",
            path
                + " is about another boundary or another participant: move it away, or name another"
                + " file with --state.");
      }
      return found;
    }
    State made =
        new State(
            digest, parts.stream().map(any -> InstructionSigner.newId()).toList(), participant);
    OutFile.write(session, path, (Codec.text(made) + "\n").getBytes(StandardCharsets.UTF_8));
    return made;
  }

  /** Sends what has no outcome yet; what a gateway knows to be applied is not sent again. */
  private static void send(Session session, InstructionId id, SubmitBoundary part) {
    Outbox outbox = session.outbox();
    InstructionText text = outbox.find(id).orElse(null);
    if (text == null) {
      if (isApplied(session, id)) {
        return;
      }
      text = session.signer().sign(id, part, InstructionSigner.USUAL_VALIDITY);
      outbox.store(text);
    }
    List<InstructionText> kept = new ArrayList<>(List.of(text));
    InstructionText sent = text;
    try {
      session
          .progress()
          .during(
              session.language().of("等待结果：", "waiting for the outcome of ") + sent.action(),
              () -> session.client().submit(sent, session.timeout()));
      outbox.settle(id);
    } catch (RegistryProblem problem) {
      if (problem.isFinal()) {
        outbox.settle(id);
        session.hint(
            "该部分的编号已用去；如要重来，请先移走记录编号的文件。",
            "The id of this part is used up: to begin anew, move the file with the ids away first.");
        throw problem;
      }
      throw new KeptInOutbox(kept, problem);
    } catch (GatewayUnreachable | OutcomeUnknown unfinished) {
      throw new KeptInOutbox(kept, unfinished);
    }
  }

  private static boolean isApplied(Session session, InstructionId id) {
    try {
      Outcome outcome = session.client().outcome(id, Duration.ZERO);
      return outcome.status() == Outcome.Status.APPLIED;
    } catch (RegistryProblem unknown) {
      if (unknown.isRetryable()) {
        throw unknown;
      }
      return false;
    }
  }
}

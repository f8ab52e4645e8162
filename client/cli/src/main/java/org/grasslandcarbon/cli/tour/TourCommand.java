// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.cli.FaultFound;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.value.RegionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a credit's whole life through the API, and what must be refused on the way. */
@Command(
    name = "tour",
    description = {
      "导览：用新密钥在练习方法学下走完一吨减排量的一生，并尝试应被拒绝的操作；可反复运行。",
      "Plays a credit's whole life with fresh keys under a training methodology, and tries what must"
          + " be refused; may be run any number of times."
    },
    footer = {
      "  grassland tour --lang zh",
      "  grassland tour --pause",
      "  grassland tour --json --gateway http://localhost:8080 > tour.json"
    })
public final class TourCommand extends RegistryCommand {
  @Option(
      names = "--pause",
      description = {"每步之后等待回车。", "Waits for Enter after each step."})
  private boolean pause;

  @Option(
      names = "--authority-key",
      paramLabel = "FILE",
      description = {
        "国家主管部门的密钥文件；默认示例密钥 authority。",
        "Key file of the authority; the example key authority by default."
      })
  private Path authorityKey;

  @Option(
      names = "--office-key",
      paramLabel = "FILE",
      description = {
        "省级主管部门的密钥文件；默认示例密钥 office-inner-mongolia。",
        "Key file of an office; the example key office-inner-mongolia by default."
      })
  private Path officeKey;

  @Override
  protected void perform(Session session) {
    InstructionSigner authority = signer(session, authorityKey, "authority");
    InstructionSigner office = signer(session, officeKey, "office-inner-mongolia");
    Readings readings = new Readings(session);
    RegionCode region = readings.regionOf(office.participant());
    TourStage stage = new TourStage(session, cast(authority, office, region), pause);
    Optional<FaultFound> end = Optional.empty();
    try {
      new Tour(stage, readings, region).play();
    } catch (FaultFound fault) {
      end = Optional.of(fault);
    } catch (GatewayUnreachable | OutcomeUnknown unfinished) {
      // Its keys are gone with it, and nothing that it does is meant in earnest.
      session.hint(
          "导览到此中断，发件箱中不留任何内容；可重新运行，每次都从头开始。",
          "The tour ends here and keeps nothing in the outbox: run it again, it begins anew.");
      throw unfinished;
    }
    conclude(session, stage);
    if (!stage.faults().isEmpty()) {
      throw found(stage.faults());
    }
    if (end.isPresent()) {
      throw end.get();
    }
  }

  private static FaultFound found(List<TourStage.Step> faults) {
    TourStage.Step first = faults.get(0);
    return new FaultFound(
        "有 " + faults.size() + " 步与规则不符，首先是：" + first.zh() + " → " + first.answer(),
        faults.size()
            + " steps were not as the rules say, the first: "
            + first.en()
            + " → "
            + first.answer());
  }

  /** The founders with the keys given, everybody else with a code and a key of their own. */
  private static Map<Part, InstructionSigner> cast(
      InstructionSigner authority, InstructionSigner office, RegionCode region) {
    SecureRandom random = new SecureRandom();
    Map<Part, InstructionSigner> cast = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      cast.put(
          part,
          new InstructionSigner(
              Part.newcomer(region, random::nextInt),
              SigningKey.generate(random),
              Clock.systemUTC()));
    }
    cast.put(Part.AUTHORITY, authority);
    cast.put(Part.OFFICE, office);
    return cast;
  }

  private static InstructionSigner signer(Session session, Path file, String example) {
    KeyFile key =
        file == null
            ? session.exampleKeys().read(example)
            : KeyFile.read(session.terminal().path(file.toString()));
    return key.signer(session.unlock(key), Clock.systemUTC());
  }

  private static void conclude(Session session, TourStage stage) {
    if (session.isForPrograms()) {
      session.document(stage.document());
      return;
    }
    long milliseconds = stage.steps().stream().mapToLong(TourStage.Step::milliseconds).sum();
    session.line("");
    session.say(
        stage.steps().size() + " 步，" + stage.faults().size() + " 处不符，用时 " + milliseconds + " 毫秒。",
        stage.steps().size()
            + " steps, "
            + stage.faults().size()
            + " not as the rules say, "
            + milliseconds
            + " ms.");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.FaultFound;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.views.ParticipantViews;
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
    footerHeading = "%n示例 Example:%n",
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
    Player authority = player(session, authorityKey, "authority", "国家主管部门", "Authority");
    Player office = player(session, officeKey, "office-inner-mongolia", "主管部门", "Office");
    RegionCode region =
        new RegionCode(
            session
                .publicReads()
                .show(ParticipantViews.PARTICIPANTS, office.id().value())
                .path("region")
                .asString());
    Stage stage = new Stage(session, pause);
    Story story = new Story(stage, authority, office, region);
    Optional<FaultFound> end = Optional.empty();
    try {
      play(story);
    } catch (FaultFound fault) {
      end = Optional.of(fault);
    }
    conclude(session, stage);
    if (!stage.faults().isEmpty()) {
      throw found(stage.faults());
    }
    if (end.isPresent()) {
      throw end.get();
    }
  }

  private static FaultFound found(List<Stage.Step> faults) {
    Stage.Step first = faults.get(0);
    return new FaultFound(
        "有 " + faults.size() + " 步与规则不符，首先是：" + first.zh() + " → " + first.answer(),
        faults.size()
            + " steps were not as the rules say, the first: "
            + first.en()
            + " → "
            + first.answer());
  }

  private static void play(Story story) {
    // The domain's examples and actions refer to one another; the catalogue begins at the right
    // end.
    Catalogue.actions();
    PracticeLand land = new PracticeLand(story);
    new Preparation(story).play();
    new ProjectChapter(story, land).play();
    new ReportChapter(story, land).play();
    new CreditChapter(story).play();
    new SafetyChapter(story).play();
  }

  private static Player player(Session session, Path file, String example, String zh, String en) {
    KeyFile key =
        file == null
            ? session.exampleKeys().read(example)
            : KeyFile.read(session.terminal().path(file.toString()));
    return new Player(Name.of(zh, en), key.signer(session.unlock(key), Clock.systemUTC()));
  }

  private static void conclude(Session session, Stage stage) {
    if (session.isForPrograms()) {
      session.document(stage.document());
      return;
    }
    long milliseconds = stage.steps().stream().mapToLong(Stage.Step::milliseconds).sum();
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

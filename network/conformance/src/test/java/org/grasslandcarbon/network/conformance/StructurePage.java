// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rooms (Maven modules), the packages in them, and who knows whom, as the compiled code has it.
 */
final class StructurePage {
  private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
  private static final Pattern TITLE = Pattern.compile("<name>(.+)</name>");

  private static final String HEAD =
      """
      # Structure

      Drawn from the compiled code by `StructurePageTest` in `network/conformance`, which fails when this page differs. After a change of
      structure that is meant:

      ```
      ./mvnw -pl network/conformance -am test -Dtest=StructurePageTest -Dregenerate=true -Dsurefire.failIfNoSpecifiedTests=false
      ```

      What each room is for, and what it must not do, is in [RATIONALE](RATIONALE.md). An arrow leads from who knows to who is known.

      ## Rooms

      Arrows that follow from others are left out; the table has all.

      """;

  private static final String PACKAGES =
      """

      ## Packages

      Of rooms with more than one, each after those that it knows, where they do not know one another. Arrows that follow from others are
      left out, and so are those that come of annotations on members of records only. In brackets the other rooms that a package knows.
      """;

  /** Rooms by path in the order of the build, with their titles. */
  private final Map<String, String> titles = new LinkedHashMap<>();

  /** The room of each class. */
  private final Map<String, String> rooms = new TreeMap<>();

  /** What each room knows of the others. */
  private final SortedMap<String, SortedSet<String>> roomArrows = new TreeMap<>();

  /** By room: what each of its packages knows of the others in the room. */
  private final Map<String, SortedMap<String, SortedSet<String>>> packageArrows =
      new LinkedHashMap<>();

  /** What each package knows of other rooms. */
  private final Map<String, SortedSet<String>> outwards = new TreeMap<>();

  private StructurePage(Path root) throws IOException {
    // Only our own classes are drawn; looking up all others takes long.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    List<JavaClass> classes = new ArrayList<>();
    Matcher modules = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
    while (modules.find()) {
      String room = modules.group(1);
      titles.put(room, title(root.resolve(room).resolve("pom.xml")));
      roomArrows.put(room, new TreeSet<>());
      packageArrows.put(room, new TreeMap<>());
      JavaClasses built =
          new ClassFileImporter().importPath(root.resolve(room).resolve("target/classes"));
      boolean java = Files.isDirectory(root.resolve(room).resolve("src/main/java"));
      if (java && built.isEmpty()) {
        throw new IllegalStateException(room + " is not built");
      }
      for (JavaClass each : built) {
        rooms.put(each.getName(), room);
        classes.add(each);
      }
    }
    classes.forEach(this::enter);
  }

  private static String title(Path pom) throws IOException {
    Matcher title = TITLE.matcher(Files.readString(pom));
    if (!title.find()) {
      throw new IllegalStateException(pom + " has no name");
    }
    return title.group(1);
  }

  private void enter(JavaClass from) {
    String room = rooms.get(from.getName());
    SortedSet<String> inwards =
        packageArrows.get(room).computeIfAbsent(from.getPackageName(), known -> new TreeSet<>());
    for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
      JavaClass to = dependency.getTargetClass().getBaseComponentType();
      String other = rooms.get(to.getName());
      if (other == null) {
        continue;
      }
      if (!other.equals(room)) {
        roomArrows.get(room).add(other);
        outwards.computeIfAbsent(from.getPackageName(), known -> new TreeSet<>()).add(other);
      } else if (!to.getPackageName().equals(from.getPackageName())) {
        inwards.add(to.getPackageName());
      }
    }
  }

  /** The whole page. */
  static String of(Path root) throws IOException {
    StructurePage page = new StructurePage(root);
    StringBuilder text = new StringBuilder(HEAD);
    page.drawRooms(text);
    page.tabulateRooms(text);
    text.append(PACKAGES);
    page.titles.keySet().stream()
        .filter(room -> page.packageArrows.get(room).size() > 1)
        .forEach(room -> page.drawPackages(room, text));
    return text.toString();
  }

  private void drawRooms(StringBuilder text) {
    text.append("```mermaid\nflowchart TD\n");
    for (String room : titles.keySet()) {
      text.append("  ").append(id(room)).append("[\"").append(room).append("\"]\n");
    }
    for (String room : titles.keySet()) {
      for (String known : withoutWhatFollows(room, roomArrows)) {
        text.append("  ").append(id(room)).append(" --> ").append(id(known)).append('\n');
      }
    }
    text.append("```\n\n");
  }

  private static String id(String room) {
    return room.replace('/', '_');
  }

  /** What is known and does not follow from something else that is known; of a circle all stays. */
  private static SortedSet<String> withoutWhatFollows(
      String from, Map<String, SortedSet<String>> arrows) {
    SortedSet<String> left = new TreeSet<>(arrows.get(from));
    for (String near : arrows.get(from)) {
      Set<String> following = reachable(near, arrows, new TreeSet<>());
      if (!following.contains(from)) {
        left.removeAll(following);
      }
    }
    return left;
  }

  /** All that is known from somewhere, at one remove or more. */
  private static Set<String> reachable(
      String from, Map<String, SortedSet<String>> arrows, Set<String> found) {
    for (String next : arrows.get(from)) {
      if (found.add(next)) {
        reachable(next, arrows, found);
      }
    }
    return found;
  }

  private void tabulateRooms(StringBuilder text) {
    text.append("| room | what it is | knows |\n|---|---|---|\n");
    titles.forEach(
        (room, title) ->
            text.append("| `")
                .append(room)
                .append("` | ")
                .append(title)
                .append(" | ")
                .append(
                    roomArrows.get(room).stream()
                        .map(known -> "`" + known + "`")
                        .collect(Collectors.joining(", ")))
                .append(" |\n"));
  }

  private void drawPackages(String room, StringBuilder text) {
    SortedMap<String, SortedSet<String>> arrows = packageArrows.get(room);
    String root = arrows.keySet().stream().reduce(StructurePage::common).orElseThrow();
    text.append("\n### ").append(room).append("\n\n`").append(root).append("`\n\n```\n");
    int width =
        arrows.keySet().stream().mapToInt(each -> label(each, root).length()).max().orElse(0);
    for (String each : fromBelow(arrows)) {
      String label = label(each, root);
      String known =
          Stream.of(inside(each, arrows, root), outside(each))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("  "));
      String gap = known.isEmpty() ? "" : " ".repeat(width - label.length() + 2);
      text.append(label).append(gap).append(known).append('\n');
    }
    text.append("```\n");
  }

  private static String inside(String name, Map<String, SortedSet<String>> arrows, String root) {
    String known =
        withoutWhatFollows(name, arrows).stream()
            .map(each -> label(each, root))
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "" : "→ " + known;
  }

  private String outside(String name) {
    return outwards.containsKey(name) ? "[" + String.join(", ", outwards.get(name)) + "]" : "";
  }

  /** The package that two packages are in, or the first itself when the second is in it. */
  private static String common(String one, String other) {
    return (other + ".").startsWith(one + ".")
        ? one
        : common(one.substring(0, one.lastIndexOf('.')), other);
  }

  private static String label(String name, String root) {
    return name.equals(root) ? "(root)" : name.substring(root.length() + 1);
  }

  /**
   * In an order in which each comes after those that it knows; where they know one another, by
   * name.
   */
  private static List<String> fromBelow(SortedMap<String, SortedSet<String>> arrows) {
    List<String> order = new ArrayList<>();
    SortedSet<String> left = new TreeSet<>(arrows.keySet());
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(each -> arrows.get(each).stream().noneMatch(left::contains))
              .findFirst()
              .orElseGet(left::first);
      order.add(next);
      left.remove(next);
    }
    return order;
  }
}

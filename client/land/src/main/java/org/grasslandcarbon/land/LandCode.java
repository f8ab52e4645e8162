// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

/**
 * What can be wrong with a file of land, with what to do in each language. Never renamed or reused.
 */
public enum LandCode {
  /** None of the formats. */
  NOT_A_LAND_FILE(
      "文件不是 GeoJSON、KML 或 ZIP 压缩的 Shapefile；请从测绘或 GIS 软件另存为其中一种。",
      "The file is neither GeoJSON, nor KML, nor a zipped shapefile: save it as one of them from the"
          + " survey or GIS program."),
  /** GeoPackage. */
  GEOPACKAGE(
      "文件是 GeoPackage；请从 QGIS 等软件导出为 GeoJSON 或 Shapefile 后再试。",
      "The file is a GeoPackage: export the layer as GeoJSON or as a shapefile, e.g. with QGIS."),
  /** A .shp by itself. */
  BARE_SHAPEFILE(
      "文件只是 .shp；请把同名的 .shp、.dbf、.prj、.cpg 一起压缩为一个 .zip。",
      "The file is a .shp alone: put the .shp, .dbf, .prj and .cpg of one name into a .zip."),
  /** Too much of something. */
  FILE_TOO_LARGE(
      "文件过大；请只导出本项目的地块，或简化边界。",
      "The file is too large: export the parcels of this project only, or simplify the boundary."),
  /** More than a boundary may have. */
  BOUNDARY_TOO_LARGE(
      "超过一个项目边界的上限；请合并相邻地块，或在不移动边界的前提下减少坐标点。",
      "This is more than the boundary of a project may have: join adjoining parcels, or leave out"
          + " positions that do not move the border."),
  /** Land all over the country. */
  BOUNDARY_SCATTERED(
      "地块过于分散；请按地点分为几个项目。",
      "The land is too scattered: make several projects of it, each in one place."),
  /** Broken JSON. */
  BAD_JSON("JSON 有误；请重新导出文件。", "The JSON is not right: export the file again."),
  /** JSON that is no GeoJSON. */
  NOT_GEOJSON(
      "内容不符合 GeoJSON（RFC 7946）；请重新导出文件。",
      "This is not as GeoJSON has it (RFC 7946): export the file again."),
  /** Broken XML. */
  BAD_XML("XML 有误；请重新导出文件。", "The XML is not right: export the file again."),
  /** Broken shapefile. */
  BAD_SHAPEFILE("Shapefile 有误；请重新导出文件。", "The shapefile is not right: export it again."),
  /** A shapefile of points or lines. */
  NOT_POLYGONS(
      "图层不是面；请把线或点转为面后导出。",
      "The layer has no polygons: make polygons of its lines or points and export those."),
  /** Several layers in one zip. */
  SEVERAL_LAYERS(
      "压缩包中有多个图层；请每个压缩包只放一个。", "There are several layers in the zip: put one into each."),
  /** No polygon at all. */
  NO_POLYGON("文件中没有面；请导出地块的面图层。", "There is no polygon in the file: export the layer of parcels."),
  /** No finite number. */
  BAD_COORDINATE("坐标有误；请更正或重新导出。", "The coordinate is not right: correct it or export again."),
  /** The file does not say in what coordinates it is. */
  CRS_NEEDED(
      "文件没有说明坐标系；请加上 .prj，或用 --crs 给出，如 --crs EPSG:4527。",
      "The file does not say in what coordinates it is: add the .prj, or say so, e.g. --crs"
          + " EPSG:4527."),
  /** A system that is not read. */
  UNKNOWN_CRS(
      "不支持该坐标系；请转换为 CGCS2000 或 WGS 84（经纬度或高斯-克吕格投影）后导出。",
      "This coordinate system is not read: export in CGCS2000 or WGS 84, in degrees or in a"
          + " Gauss-Krueger zone."),
  /** Beijing 1954, Xian 1980 and the like. */
  OTHER_DATUM(
      "该坐标系的基准与 CGCS2000 相差数十至百余米，转换参数由测绘部门掌握；请先由其转换为 CGCS2000。",
      "The datum differs from CGCS2000 by tens to more than a hundred metres, and the surveying"
          + " authority holds the parameters: have it converted to CGCS2000 first."),
  /** GCJ-02 or BD-09. */
  SHIFTED_DATUM(
      "GCJ-02、BD-09 是加偏的坐标；请取得未加偏的 CGCS2000 或 WGS 84 坐标，不会自动纠偏。",
      "GCJ-02 and BD-09 are shifted coordinates, and nothing is shifted back by itself: get CGCS2000"
          + " or WGS 84."),
  /** Another zone's easting. */
  WRONG_ZONE(
      "东坐标与坐标系的带号不符；请用 --crs 给出正确的带。",
      "The easting is not of the zone that the coordinate system names: give the right one with"
          + " --crs."),
  /** Northing first. */
  AXES_EXCHANGED(
      "纵横坐标似乎颠倒；请按先东（经度）后北（纬度）导出。",
      "The coordinates seem exchanged: export with east (longitude) first and north (latitude)"
          + " second."),
  /** Not degrees. */
  NOT_DEGREES(
      "坐标不是经纬度；若为米制，请用 --crs 给出坐标系，如 --crs EPSG:4527。",
      "These are not degrees: if they are metres, name the coordinate system, e.g. --crs EPSG:4527."),
  /** A text that cannot be read. */
  BAD_ENCODING(
      "文字编码与所声明的不符；请在 .cpg 中写明 UTF-8 或 GBK。",
      "The text is not in the encoding that is declared: say UTF-8 or GBK in the .cpg."),
  /** Not a boundary of the registry. */
  BAD_BOUNDARY(
      "边界无效；请在 GIS 软件中于所示位置修正，相邻地块请合并为一个面。",
      "The boundary is not valid: mend it there in a GIS program, and draw adjoining parcels as one"
          + " polygon.");

  private final String zh;
  private final String en;

  LandCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** What to do, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What to do, in English. */
  public String en() {
    return en;
  }
}

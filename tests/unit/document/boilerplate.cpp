#include "outline.hpp"

#include "support/catch.hpp"

using rulescore::test::furniture;
using Strings = std::vector<std::string>;

namespace {

const std::string body = "2020年,全市办结行政复议案件79件,纠错8件。\n各级行政机关负责人出庭应诉率达到100%。\n";

Strings head(const std::string& line) { return furniture(line + "\n" + body); }
Strings tail(const std::string& line) { return furniture(body + line + "\n"); }

}  // namespace

TEST_CASE("the head of a page") {
  for (const char* line : {"当前位置: 首页>政治",
                           "您所在的位置：首页 > 政务公开 > 法治政府建设",
                           "首页",
                           ">>政务公开>>政府建设",
                           "首页 政务公开 » 年度报告",
                           "2021-08-16 15:07 来源:《今日浙江》杂志 作者:冯群敏",
                           "日期:2017-11-07来源:市法制办【字体: 视力保护色:",
                           "发布日期:2022-08-04 07:46 来源:新华日报 浏览次数: 字体:[ ]",
                           "发布时间：2021年1月8日",
                           "2021-01-08 09:30:00",
                           "2021年1月8日",
                           "索引号：000014349/2021-00012",
                           "【字体：大 中 小】",
                           "[打印] [关闭]",
                           "分享到：微信 微博",
                           "浏览次数：1234",
                           "阅读次数[98]",
                           "网站首页 | 网站地图 | 联系我们",
                           "http://www.a.gov.cn/art/2021/1/8/art_1.html",
                           "正文"}) {
    INFO(line);
    CHECK(head(line) == Strings{line});
  }
  CHECK(head("互动交流\n政务服务\n政务公开") == Strings{"互动交流", "政务服务", "政务公开"});
  CHECK(head("某市法治政府建设迈出新步伐\n张三丰") == Strings{"张三丰"});
}

TEST_CASE("the tail of a page") {
  for (const char* line : {"分享到:",
                           "扫一扫在手机打开当前页",
                           "Produced By 大汉网络 大汉版通发布系统",
                           "(宁波市法制办 供稿)",
                           "（记者 张三 通讯员 李四）",
                           "责任编辑：王五",
                           "上一篇：聊城首次开展远程视频帮教",
                           "下一篇:没有了",
                           "原文链接:http://sft.a.gov.cn/x/202103/dfaa56ab.shtml",
                           "附件：1.任务分解表.docx",
                           "版权所有：某市人民政府 浙ICP备05000000号",
                           "主办：某市人民政府办公室 承办：某市大数据局",
                           "网站标识码：3302000001 浙公网安备33020000号",
                           "联系电话：0574-89180000",
                           "地址：某市和济街118号",
                           "技术支持：某某网络",
                           "打印 关闭 返回顶部",
                           "2021年3月1日",
                           "二〇二一年三月一日",
                           "Copyright 2021 All Rights Reserved"}) {
    INFO(line);
    CHECK(tail(line) == Strings{line});
  }
  CHECK(tail("某某县人民政府\n2021年3月1日") == Strings{"2021年3月1日"});
}

TEST_CASE("below the first piece of furniture the tail is furniture") {
  CHECK(tail("相关报道:\n 某省关于下放许可事项的决定2017-11-03\n 某市打好基础 推进法治2017-10-26") ==
        Strings{"相关报道:", "某省关于下放许可事项的决定2017-11-03", "某市打好基础 推进法治2017-10-26"});
  CHECK(tail("某省关于下放许可事项的决定[2017-11-03]\n热词") == Strings{"某省关于下放许可事项的决定[2017-11-03]", "热词"});
}

TEST_CASE("a list of links in the middle ends where sentences go on") {
  CHECK(furniture(body + "相关阅读：\n某市推进法治政府建设\n某县出台办法\n" + body) ==
        Strings{"相关阅读：", "某市推进法治政府建设", "某县出台办法"});
}

TEST_CASE("furniture may stand behind the text on its line") {
  CHECK(furniture("2020年办结案件79件。责任编辑:王五") == Strings{"责任编辑:王五"});
  CHECK(furniture("2020年办结案件79件。(市司法局 供稿)") == Strings{"(市司法局 供稿)"});
  CHECK(furniture("2020年办结案件79件。分享到: 微信 上一篇:没有了") == Strings{"分享到: 微信 上一篇:没有了"});
}

TEST_CASE("a body that mentions such words loses nothing") {
  for (const char* line :
       {"开设“联系我们”专栏,收集来源:信访、热线等意见120条。", "完成网站标识码和ICP备案核查,实现全覆盖。",
        "案件来源:群众举报占75.8%。", "分享到全市的经验共12条。", "首页点击量突破100万次。",
        "扫一扫即可查询证照,已覆盖52类场景。", "相关链接机制进一步健全,共办理12件。", "推出“打印”“下载”服务,办件1200件。",
        "地址:全市共设置自助终端240个。", "(一)加强来源:治理。", "作者:本年度共评选优秀案例10个。", "出庭率>90%的单位有12家。",
        "版权所有权登记1200件。", "记者招待会召开4次。"}) {
    INFO(line);
    CHECK(furniture(body + line + "\n" + body) == Strings{});
    CHECK(furniture(line) == Strings{});
  }
  CHECK(furniture("行政机关负责人出庭应诉率100%") == Strings{});
}

TEST_CASE("an annex at the head is no annex list") {
  CHECK(furniture("附件1\n某市2020年法治政府建设情况报告\n" + body) == Strings{});
}

TEST_CASE("a table of contents") {
  CHECK(head("目录\n一、总体情况…………1\n二、存在问题......8") == Strings{"目录", "一、总体情况…………1", "二、存在问题......8"});
}

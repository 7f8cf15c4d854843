<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="carelet" uri="io.github.carelet.tags" %>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A treatment</title>
<carelet:stylesheet/>
</head>
<body>
<h1>A treatment</h1>
<carelet:treatment id="${param.id}" partner=""/>
<carelet:booking treatment="${param.id}"/>
</body>
</html>
